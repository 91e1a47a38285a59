from guide.accounts import errors
from guide.accounts.errors import AccountError


def test_every_error_of_accounts_stands_in_the_tree() -> None:
    for child in AccountError.__subclasses__():
        assert child.__name__ in (errors.__doc__ or "")
