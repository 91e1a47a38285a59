from guide.exports.format import Format, file_name
from sites.names import Text
from tests.guide.factories import at, request, tour

ANY = Format("gpx", Text(vi="a", en="b"), "text/plain", lambda _tour, _language: b"")


def test_a_file_is_named_by_city_and_departure_so_that_it_sorts_by_day() -> None:
    found = tour(request=request(depart=at("08:05")))

    assert file_name(found, ANY) == "hai-phong-2026-11-23-0805.gpx"
    assert file_name(found, ANY).isascii()
