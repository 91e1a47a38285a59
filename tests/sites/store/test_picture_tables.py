from sites.store.picture_tables import IMAGE, PICTURE


def test_the_files_of_a_picture_go_with_it() -> None:
    (to,) = IMAGE.c.picture.foreign_keys

    assert to.column is PICTURE.c.key
    assert to.ondelete == "CASCADE"
