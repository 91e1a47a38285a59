import sys
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from guide import cli, cli_streets
from guide.cli import commands
from guide.errors import GuideError
from guide.maps import tileshelf
from guide.maps.tileshelf import tileset
from guide.streets.errors import (
    BadExtract,
    BadPackName,
    NoSiteThere,
    NoSuchPack,
    NotKept,
)
from guide.streets.land import LandKind
from guide.streets.pack import BUILT_IN, read_pack
from guide.streets.shelf import Shelf
from sites.catalogue import Catalogue
from sites.position import Position
from tests.guide.streets.extracts import NODES, drawn, osm, real, road

pytestmark = pytest.mark.usefixtures("home")

LEAVE = ("--depart", "2026-11-23T08:00")
MAIN = road(1, 2, 3, 4, name="Phố Vẽ Tay")


def guide(*words: str) -> Result:
    """Run a command; whatever it raises is raised here."""
    return CliRunner().invoke(commands, words, catch_exceptions=False)


def at(place: Position) -> str:
    return f"{place.lat},{place.lon}"


def far_away(node: int) -> Position:
    """Return a place in Hà Nội, some way from another."""
    return Position(21.03 + node / 1000, 105.84)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """An extract of the centre, with an island."""
    return drawn(tmp_path, MAIN, road(5, 2), road(20, 21), file="Phố Đẹp 2026.osm")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    nodes = {node: far_away(node) for node in NODES}
    return drawn(tmp_path, MAIN, nodes=nodes, file="ha-noi.osm")


def test_an_extract_becomes_a_pack_named_as_the_file(town: Path, home: Path) -> None:
    result = guide("streets", "import", str(town), "--anywhere")

    assert result.exit_code == 0
    assert result.stdout.startswith("pho-dep-2026: 3 streets, 0.4 km\n")
    assert "“guide streets use pho-dep-2026”" in result.stdout
    assert result.stderr == ""
    assert len(Shelf(home).read("pho-dep-2026").streets) == 3


def test_importing_draws_the_base_map(town: Path, home: Path) -> None:
    guide("streets", "import", str(town), "--anywhere")
    made = tileset(Shelf(home).read("pho-dep-2026"))

    assert [file.name for file in (home / "tiles").iterdir()] == [made.name]


def test_where_no_map_can_be_drawn_the_pack_is_kept_all_the_same(
    town: Path, home: Path
) -> None:
    home.mkdir()
    (home / "tiles").write_text("a file where the folder should be")
    result = guide("streets", "import", str(town), "--anywhere")

    assert result.exit_code == 0
    assert "drawn later (File exists)" in result.stderr
    assert "pho-dep-2026" in Shelf(home).names()


@pytest.mark.parametrize(
    ("most", "said"),
    [(3, ""), (2, "3 streets take minutes; “guide streets draw pho-dep-2026” does it")],
)
def test_a_map_that_takes_minutes_is_drawn_when_somebody_asks(
    town: Path, home: Path, monkeypatch: pytest.MonkeyPatch, most: int, said: str
) -> None:
    monkeypatch.setattr(tileshelf, "STREETS_AT_ONCE", most)
    result = guide("streets", "import", str(town), "--anywhere")
    assert said in result.stderr
    assert (home / "tiles").exists() is not bool(said)

    result = guide("streets", "draw", "pho-dep-2026")
    assert result.stdout == "the base map of pho-dep-2026 is drawn\n"
    made = tileset(Shelf(home).read("pho-dep-2026"))
    assert [file.name for file in (home / "tiles").iterdir()] == [made.name]


def test_the_map_of_the_pack_in_use_is_drawn_if_none_is_named(home: Path) -> None:
    assert "hai-phong-centre is drawn" in guide("streets", "draw").stdout
    assert (home / "tiles" / tileset(read_pack(BUILT_IN)).name).is_file()


def test_a_map_for_which_there_is_no_room_is_an_error(home: Path) -> None:
    home.mkdir()
    (home / "tiles").write_text("a file where the folder should be")

    with pytest.raises(NotKept, match=r"tiles cannot be written \(File exists"):
        guide("streets", "draw")


def test_importing_does_not_choose(town: Path, home: Path) -> None:
    guide("streets", "import", str(town), "--anywhere")

    assert Shelf(home).chosen == "built-in"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("vietnam-latest.osm.pbf", "vietnam-latest"),
        ("Đà Nẵng.osm.bz2", "da-nang"),
        ("a_b (1).pbf", "a-b-1"),
    ],
)
def test_a_pack_is_called_by_the_name_of_its_file(file: str, name: str) -> None:
    with pytest.raises(BadExtract, match="no such file"):
        guide("streets", "import", file)

    assert cli_streets.slug(Path(file)) == name


def test_a_file_without_letters_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(BadPackName, match="--name"):
        guide("streets", "import", str(tmp_path / "海防.osm"))


def test_a_site_in_the_area_is_required(elsewhere: Path, home: Path) -> None:
    with pytest.raises(NoSiteThere, match=r"area of ha-noi\.osm \(21\.0"):
        guide("streets", "import", str(elsewhere))

    assert Shelf(home).names() == ["built-in"]


def test_an_extract_of_the_city_needs_no_leave(tmp_path: Path) -> None:
    # Two sites of the catalogue stand between these corners.
    nodes = NODES | {1: Position(20.85, 106.68), 2: Position(20.87, 106.70)}
    file = drawn(tmp_path, road(1, 2), nodes=nodes)

    assert guide("streets", "import", str(file), "--name", "x").exit_code == 0


def test_a_broken_extract_leaves_the_pack_of_its_name(town: Path, home: Path) -> None:
    words = ("streets", "import", str(town), "--anywhere", "--name", "town")
    guide(*words)
    guide("streets", "use", "town")
    town.write_text("<osm")

    with pytest.raises(BadExtract):
        guide(*words)

    assert len(Shelf(home).in_use().streets) == 3


REFUSED = [
    pytest.param("town.osm", b"", "it is broken", id="empty"),
    pytest.param("town.osm.pbf", b"", "it is broken", id="an empty pbf"),
    pytest.param("town.osm", b"<osm version='0.6'><node id=", "it is broken", id="cut"),
    pytest.param("town.osm.pbf", b"\x00" * 99, "it is broken", id="zeros"),
    pytest.param("town.osm.bz2", b"<osm/>", "it is broken", id="no bz2"),
    pytest.param("town.osm", b"PK\x03\x04", "it is broken", id="a zip"),
    pytest.param("town.osm", b"<html/>", "it is broken", id="a page"),
    pytest.param("town.geojson", b"{}", "its name ends in another", id="a map"),
    pytest.param("town.osm", b'<osm version="0.6"/>', "no street", id="nothing in it"),
    pytest.param(
        "town.osm", osm(road(1, 2)).encode(), "no site of the catalogue", id="elsewhere"
    ),
    pytest.param("town.osm", None, "it is no file", id="a folder"),
]


@pytest.mark.parametrize(("name", "content", "says"), REFUSED)
def test_what_is_refused_leaves_the_pack_in_use_byte_for_byte(
    tmp_path: Path, home: Path, name: str, content: bytes | None, says: str
) -> None:
    lake = ({"natural": "water"}, (2, 3, 8, 2))
    whole = drawn(tmp_path, MAIN, lake, file="whole.osm")
    guide("streets", "import", str(whole), "--anywhere", "--name", "town")
    guide("streets", "use", "town")
    before = {file: file.read_bytes() for file in (home / "packs").iterdir()}
    bad = tmp_path / name
    if content is None:
        bad.mkdir()
    else:
        bad.write_bytes(content)

    with pytest.raises(GuideError, match=says):
        guide("streets", "import", str(bad), "--name", "town")

    assert {file: file.read_bytes() for file in (home / "packs").iterdir()} == before
    assert len(before) == 3


def test_the_bar_moves_while_an_extract_is_read_and_kept(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bars: list[list[int]] = []

    class Bar:
        pos = 0

        def update(self, steps: int) -> None:
            self.pos += steps
            bars[-1].append(self.pos)

    def bar(**_more: object) -> AbstractContextManager[Bar]:
        bars.append([])
        return nullcontext(Bar())

    monkeypatch.setattr(click, "progressbar", bar)
    guide("streets", "import", str(town), "--anywhere")

    imported, drawn = bars
    for moved in bars:
        assert moved == sorted(moved)
        assert moved[-1] == cli_streets.BAR_STEPS
    assert len(set(imported)) > 5
    assert drawn


def test_what_is_refused_is_one_sentence_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], town: Path
) -> None:
    town.write_text("")
    monkeypatch.setattr(sys, "argv", ["guide", "streets", "import", str(town)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    out, err = capsys.readouterr()

    assert (ended.value.code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("guide: Phố Đẹp 2026.osm cannot be imported: it is broken")


def test_a_walk_goes_along_the_streets_of_the_pack_in_use(
    tmp_path: Path, built_in: Catalogue
) -> None:
    location = built_in.get("nha-hat-lon").location
    assert location
    there = location.position
    start = Position(there.lat, there.lon - 0.003)
    file = drawn(tmp_path, road(1, 2, name="Phố Vẽ Tay"), nodes={1: start, 2: there})
    guide("streets", "import", str(file))
    used = guide("streets", "use", "town")
    walk = guide("plan", "--from", at(start), "--must", "nha-hat-lon", *LEAVE)

    assert used.stdout == "town is in use: 1 streets\n"
    assert "310 m" in walk.stdout
    assert "phố Vẽ Tay" in walk.stdout


def test_going_back_to_the_built_in_streets(town: Path) -> None:
    guide("streets", "import", str(town), "--anywhere", "--name", "town")
    guide("streets", "use", "town")

    assert guide("streets", "use", "built-in").stdout.endswith("1061 streets\n")
    assert "built-in  (in use)" in guide("streets", "info").stdout


def test_a_setting_that_comes_before_the_choice_is_named(
    monkeypatch: pytest.MonkeyPatch, town: Path, home: Path
) -> None:
    guide("streets", "import", str(town), "--anywhere", "--name", "town")
    monkeypatch.setenv("GUIDE_STREETS", str(home / "packs" / "town.geojson"))

    assert "GUIDE_STREETS is set" in guide("streets", "use", "built-in").stderr
    assert "town.geojson  (in use, by GUIDE_STREETS)" in guide("streets", "info").stdout


@pytest.mark.parametrize("command", ["use", "info"])
def test_a_pack_that_is_not_there_is_refused(command: str) -> None:
    with pytest.raises(NoSuchPack, match="choose one of built-in, or make one"):
        guide("streets", command, "nowhere")


def test_info_says_where_a_pack_is_from_and_how_good_it_is(town: Path) -> None:
    guide("streets", "import", str(town), "--anywhere", "--name", "town")
    rows = guide("streets", "info", "town").stdout.splitlines()
    said = {row[:14].rstrip(): row[15:] for row in rows[: rows.index("")]}

    assert (said["pack"], said["from"]) == ("town", "Phố Đẹp 2026.osm")
    assert said["attribution"] == "© OpenStreetMap contributors, ODbL 1.0"
    assert said["dropped"] == "1 streets, 0.1 km in 1 parts out of reach"
    assert (said["junctions"], said["streets"]) == ("4", "3, 0.4 km")
    assert said["connected"] == "100.0% of the metres in one piece"
    assert said["named"] == "75.0% of the metres, 1 names"
    assert "one-way" not in said


def test_info_lists_the_sites_that_are_farthest_from_a_street_first() -> None:
    text = guide("streets", "info").stdout.partition("\n\n")[2]
    rows = [row.split() for row in text.splitlines()[1:]]
    away = [int(row[0]) for row in rows if row[0] != "?"]

    assert len(rows) == 36
    assert away == sorted(away, reverse=True)
    assert rows[0][:2] == ["387", "chua-phung-phap"]
    assert [row[1] for row in rows[len(away) :]] == [
        "137-tam-gian",
        "dien-cua-cam",
        "may-chai",
        "nga-nam",
        "quan-ngua",
        "san-bay-cat-bi",
        "thuy-nguyen",
        "trai-linh-kho-xanh",
        "truong-thai-phien",
    ]


def test_info_counts_gates_and_streets_that_are_one_way_on_foot(tmp_path: Path) -> None:
    ring = road(1, 2, oneway__foot="yes"), road(2, 5), road(5, 1)
    gate = {5: {"barrier": "gate", "access": "private"}}
    file = drawn(tmp_path, *ring, road(1, 6, 2), things=gate)
    guide("streets", "import", str(file), "--anywhere")
    said = guide("streets", "info", "town").stdout

    assert "one-way        1 streets on foot" in said
    assert "gates          1 that nobody may pass on foot" in said


def test_info_says_how_much_of_the_streets_is_tagged_and_what_is_beside_them(
    tmp_path: Path,
) -> None:
    file = drawn(
        tmp_path,
        road(1, 2, surface="asphalt", lit="yes"),
        road(2, 3, highway="steps", step_count="20"),
        ({"building": "yes"}, (2, 3, 7, 2)),
        ({"natural": "water"}, (2, 3, 8, 2)),
        things={
            2: {"highway": "crossing"},
            5: {"highway": "crossing"},
            6: {"amenity": "bench"},
        },
    )
    guide("streets", "import", str(file), "--anywhere")
    said = guide("streets", "info", "town").stdout

    assert "surface        50.0% of the metres" in said
    assert "lit            50.0% of the metres" in said
    assert "step_count     100.0% of the 100 m of steps" in said
    # The crossing at node 5 lies on no street.
    assert "spots          1 bench, 1 crossing" in said
    assert "land           1 building, 1 water; 0.0 MB" in said
    assert "size           0.0 MB" in said


def test_info_of_a_pack_without_land_says_so() -> None:
    assert "land           none" in guide("streets", "info", "built-in").stdout


def test_info_names_the_file_of_the_setting(
    monkeypatch: pytest.MonkeyPatch, town: Path, home: Path
) -> None:
    guide("streets", "import", str(town), "--anywhere", "--name", "town")
    monkeypatch.setenv("GUIDE_STREETS", str(home / "packs" / "town.geojson"))

    assert guide("streets", "info").stdout.startswith("pack           town.geojson")


def test_info_of_a_pack_that_is_there_works_while_the_one_in_use_is_broken(
    town: Path, home: Path
) -> None:
    guide("streets", "import", str(town), "--anywhere", "--name", "town")
    guide("streets", "use", "town")
    (home / "packs" / "town.geojson").unlink()

    assert guide("streets", "info", "built-in").exit_code == 0
    assert guide("streets", "use", "built-in").exit_code == 0


def test_a_walk_goes_through_a_real_extract() -> None:
    file = real("hai-phong-south.osm")
    guide("streets", "import", str(file), "--name", "south")
    guide("streets", "use", "south")
    walk = guide(
        "plan", "--from", "20.8385,106.700", "--to", "20.8345,106.690",
        "--minutes", "60", "--lang", "en", *LEAVE,
    )  # fmt: skip

    assert walk.exit_code == 0
    assert "Phố Phụng Pháp" in walk.stdout


def test_a_walk_goes_through_hanoi_after_one_import(home: Path) -> None:
    file = real("ha-noi-quoc-tu-giam.osm")
    imported = guide("streets", "import", str(file), "--name", "ha-noi", "--anywhere")
    guide("streets", "use", "ha-noi")
    said = guide("streets", "info").stdout
    pack = Shelf(home).in_use()

    kinds = Counter(land.kind for land in Shelf(home).land(pack))

    assert imported.exit_code == 0
    assert "connected      100.0% of the metres in one piece" in said
    # Counted in the XML: 497 closed ways with "building", 8 lines of the metro that
    # is built, 6 lakes and one with an island, one gate with access=private.
    assert kinds[LandKind.BUILDING] == 497
    assert (kinds[LandKind.RAILWAY], kinds[LandKind.WATER]) == (8, 7)
    assert "gates          1 that nobody may pass on foot" in said
    # It has 527 ways with "highway", 176 crossings; one is on a way nobody may walk.
    assert len(pack.streets) > 2 * 527
    assert "spots          175 crossing, 14 cafe" in said


@pytest.mark.parametrize("name", ["import", "use", "info"])
def test_every_command_explains_itself(name: str) -> None:
    assert name in guide("streets", "--help").stdout
    assert len(guide("streets", name, "-h").stdout.splitlines()) > 3
