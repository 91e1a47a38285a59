import re

import pytest

from guide.streets.fetch.overpass import (
    PUBLIC_SERVER,
    Verdict,
    question,
    status_address,
    verdict,
    wait_s,
)
from sites.city import HAI_PHONG

KEYS_OF_SPOTS = {"amenity", "shop", "tourism", "historic", "highway", "railway"}


def test_a_question_names_its_box_its_limit_and_everything_an_import_reads() -> None:
    text = question(HAI_PHONG.box)

    assert text.startswith("[out:xml][timeout:180][bbox:20.8,106.6,20.92,106.78];(")
    assert text.endswith(";);(._;>;);out meta;")
    assert set(re.findall(r"nwr\[(\w+)\];", text)) >= KEYS_OF_SPOTS


def test_borders_are_not_asked_for() -> None:
    assert "boundary" not in question(HAI_PHONG.box)


TIMED_OUT = (
    '<remark> runtime error: Query timed out in "query" at line 3 after 181 seconds. '
    "</remark>\n</osm>"
)
NO_MEMORY = (
    '<remark> runtime error: Query run out of memory in "recurse" at line 1 using '
    "about 512 MB of RAM. </remark></osm>"
)
TOO_BUSY = (
    "<remark> runtime error: open64: 0 Success /osm3s_osm_base "
    "Dispatcher_Client::request_read_and_idx::timeout. </remark></osm>"
)


@pytest.mark.parametrize(
    ("tail", "meaning"),
    [
        ("<way id='1'/>\n</osm>\n", Verdict.WHOLE),
        ("</osm>", Verdict.WHOLE),
        ("", Verdict.BROKEN_OFF),
        ("<way id='1'/>\n", Verdict.BROKEN_OFF),
        ("<!doctype html><p>Error</p></html>", Verdict.BROKEN_OFF),
        (TIMED_OUT, Verdict.TOO_HARD),
        (NO_MEMORY, Verdict.TOO_HARD),
        (TOO_BUSY, Verdict.FAILED),
        ("<remark> runtime remark: a hint </remark></osm>", Verdict.WHOLE),
    ],
)
def test_the_end_of_an_answer_says_whether_it_is_one(
    tail: str, meaning: Verdict
) -> None:
    assert verdict(tail)[0] is meaning


def test_the_words_of_the_server_are_passed_on() -> None:
    tail = "<remark> runtime error: open64: \n too busy </remark></osm>"

    assert verdict(tail) == (Verdict.FAILED, "open64: too busy")


IN_13 = "Slot available after: 2026-11-28T12:00:13Z, in 13 seconds.\n"
IN_5 = "Slot available after: 2026-11-28T12:00:05Z, in 5 seconds.\n"


@pytest.mark.parametrize(
    ("status", "seconds"),
    [
        ("Rate limit: 2\n2 slots available now.\n", 0),
        ("Rate limit: 1\n1 slot available now.\n", 0),
        (f"Rate limit: 2\n{IN_13}{IN_5}", 5),
        (f"1 slots available now.\n{IN_13}", 0),
        (f"0 slots available now.\n{IN_13}", 13),
        (IN_13.replace("13 s", "-3 s"), 0),
        ("Rate limit: 0\nCurrently running queries:\n", 0),
        ("<html>no such page</html>", 0),
        ("", 0),
    ],
)
def test_the_status_says_when_a_slot_is_free(status: str, seconds: float) -> None:
    assert wait_s(status) == seconds


def test_the_status_stands_beside_the_interpreter() -> None:
    assert status_address(PUBLIC_SERVER) == "https://overpass-api.de/api/status"
    assert status_address("http://host:1/x/interpreter/") == "http://host:1/x/status"
