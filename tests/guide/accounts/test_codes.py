from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from guide.accounts import codes

NOW = datetime(2026, 11, 29, 8, 0, 5, tzinfo=UTC)
RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The secret of the test vectors of RFC 6238."""


def test_a_code_is_that_of_the_rfc() -> None:
    moment = datetime.fromtimestamp(1_111_111_109, UTC)

    assert codes.step_of(RFC, "081804", moment) == 1_111_111_109 // 30


@pytest.mark.parametrize(("away", "fits"), [(-60, False), (-30, True), (30, True)])
def test_a_clock_may_be_a_step_off(away: int, fits: bool) -> None:  # noqa: FBT001
    secret = codes.new_secret()
    code = pyotp.TOTP(secret).at(NOW + timedelta(seconds=away))

    assert (codes.step_of(secret, code, NOW) is not None) == fits


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "０８１８０４", "1" * 500])
def test_what_is_no_code_does_not_fit(code: str) -> None:
    assert codes.step_of(RFC, code, NOW) is None


def test_an_app_may_show_a_code_in_two_halves() -> None:
    moment = datetime.fromtimestamp(1_111_111_109, UTC)

    assert codes.step_of(RFC, "081 804", moment) is not None


def test_the_address_for_an_app_names_the_login() -> None:
    found = codes.address(RFC, "lan@hp.vn")

    assert pyotp.parse_uri(found).name == "lan@hp.vn"
