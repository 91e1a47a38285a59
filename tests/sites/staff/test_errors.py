from sites.staff import errors
from sites.staff.errors import BadLogin, StaffError


def test_every_error_of_the_staff_stands_in_the_tree() -> None:
    for child in StaffError.__subclasses__():
        if child.__module__ == errors.__name__:
            assert child.__name__ in (errors.__doc__ or "")


def test_a_login_that_is_none_says_which_are() -> None:
    assert "“Lân” is no login" in str(BadLogin("Lân"))
