from guide.trips.papers.blocks import BLANK, Para


def test_a_blank_is_a_line_to_write_on() -> None:
    assert len(set(BLANK)) == 1
    assert not Para("x").strong
