from guide.bad_request import BadChoice, Contradiction, NoSuchEntry, NoSuchSite


def test_signs_in_what_was_given_are_kept_as_they_are() -> None:
    assert "“100%(x)s” is not known" in str(BadChoice("like", "100%(x)s", ["war"]))


def test_what_a_page_may_link_to_is_kept_beside_the_sentence() -> None:
    assert Contradiction("must", ["a", "b"]).slugs == ("a", "b")
    assert NoSuchSite("never", "x", ["a", "b"]).near == ("a", "b")
    assert NoSuchEntry("follow", "x", ["c"]).entries == ("c",)
