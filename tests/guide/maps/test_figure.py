import folium
import pytest
from branca.element import MacroElement
from folium.plugins import Fullscreen
from folium.template import Template

from guide.maps.figure import OutsideFile, OwnMap, Plain, rendered, template_of
from sites.position import Box, Position

LIMITS = Box(south=20.8, west=106.6, north=20.9, east=106.8)
HERE = Position(20.85, 106.69)


def a_map() -> OwnMap:
    return OwnMap([HERE], LIMITS)


def test_a_map_names_no_other_host() -> None:
    drawing = rendered(a_map(), [])

    assert "http" not in drawing.html + drawing.script


def test_a_plugin_with_files_of_another_host_is_refused() -> None:
    own_map = a_map()
    Fullscreen().add_to(own_map)  # type: ignore[no-untyped-call]

    with pytest.raises(OutsideFile, match="http"):
        rendered(own_map, [])


def test_the_same_map_gives_the_same_text() -> None:
    def drawn() -> str:
        own_map = a_map()
        folium.Circle(HERE.lat_lon, radius=50).add_to(own_map)
        return rendered(own_map, []).script

    assert drawn() == drawn()


def test_a_map_without_positions_shows_the_whole_area() -> None:
    assert OwnMap([], LIMITS).seen == [[20.8, 106.6], [20.9, 106.8]]


def test_no_part_of_a_map_carries_foliums_own_files() -> None:
    assert OwnMap.default_js == []
    assert OwnMap.default_css == []
    assert issubclass(OwnMap, MacroElement)


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\n\n", "f({a: {b: 1}});", "é"])
def test_a_text_without_marks_is_rendered_as_a_template_would(text: str) -> None:
    assert isinstance(template_of(text), Plain)
    assert template_of(text).render() == Template(text).render()


@pytest.mark.parametrize("text", ["{{ 1 + 1 }}", "{% if x %}a{% endif %}", "{# no #}"])
def test_a_text_with_marks_is_a_template(text: str) -> None:
    assert template_of(text).render() == Template(text).render()
