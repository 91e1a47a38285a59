"""The risks of a trip in words: on each walk, at each stop, and what is not known."""

from collections.abc import Iterator

from guide.trips.hazards import Hazard, Risk
from guide.trips.papers.blocks import Block, Grid, Heading, Para
from guide.trips.papers.material import Material
from guide.trips.passages import passage_name
from guide.trips.ritual import is_worship
from guide.wording import distance
from sites.model import OUTSIDE, Site, Way
from sites.names import Text

RISKS: dict[Risk, tuple[Text, Text]] = {
    Risk.CROSSING: (
        Text(vi="Sang đường lớn", en="Crossing a main road"),
        Text(
            vi="Người lớn chặn hai đầu; cả nhóm sang một lượt, theo vạch hoặc đèn",
            en="Adults stop both sides; the group crosses at once, at lights if any",
        ),
    ),
    Risk.MAIN_ROAD: (
        Text(vi="Đi dọc đường lớn", en="Walking along a main road"),
        Text(
            vi="Đi hàng đôi, phía trong; người lớn đi phía ngoài, đầu và cuối hàng",
            en="Walk in twos on the inner side; adults outside, in front and behind",
        ),
    ),
    Risk.NO_PAVEMENT: (
        Text(vi="Không có vỉa hè", en="No pavement"),
        Text(
            vi="Đi hàng một sát lề; người lớn đi phía ngoài",
            en="Walk in single file at the edge; adults on the outside",
        ),
    ),
    Risk.PAVEMENT_UNKNOWN: (
        Text(
            vi="Chưa rõ có vỉa hè hay không", en="Not known whether there is a pavement"
        ),
        Text(
            vi="Giáo viên đi khảo sát trước và ghi lại",
            en="A teacher walks it beforehand and notes it",
        ),
    ),
    Risk.STEPS: (
        Text(vi="Bậc thang", en="Steps"),
        Text(
            vi="Đi chậm, bám tay vịn, không chen", en="Go slowly, hold on, no pushing"
        ),
    ),
    Risk.BRIDGE: (
        Text(vi="Qua cầu", en="A bridge"),
        Text(
            vi="Không dừng, không trèo lan can", en="Do not stop, keep off the railings"
        ),
    ),
    Risk.WATER: (
        Text(vi="Sát mặt nước", en="Beside water"),
        Text(
            vi="Người lớn đi giữa học sinh và mặt nước; không dừng lại",
            en="Adults walk between the pupils and the water; do not stop",
        ),
    ),
    Risk.RAILWAY: (
        Text(vi="Qua đường sắt", en="Crossing a railway"),
        Text(
            vi="Dừng trước rào, nhìn hai phía, người lớn cho qua từng lượt",
            en="Stop at the barrier, look both ways, adults let pupils pass",
        ),
    ),
}
"""What each risk is called, and what to do about it. The advice is our own."""

TITLE = Text(vi="Rủi ro và cách phòng tránh", en="Risks and what to do about them")
BY_WALK = Text(vi="Trên từng chặng", en="On each walk")
BY_STOP = Text(vi="Ở từng điểm dừng", en="At each stop")
HEAD = Text(vi="Chặng|Rủi ro|Ở đâu, bao xa", en="Walk|Risk|Where, how far")
ADVICE_HEAD = Text(vi="Rủi ro|Cách phòng tránh", en="Risk|What to do")
STOP_HEAD = Text(vi="Điểm|Rủi ro|Cách phòng tránh", en="Stop|Risk|What to do")
NONE = Text(
    vi="Dữ liệu đường phố không cho thấy rủi ro nào; vẫn phải khảo sát trước.",
    en="The street data shows no risk; walk the route beforehand all the same.",
)
NO_LAND = Text(
    vi=(
        "Bản đồ đang dùng không có mặt nước và đường sắt: phải tự khảo sát hai rủi ro "
        "này trước chuyến đi."
    ),
    en=("The map in use knows neither water nor railways: look for both beforehand."),
)
AT = Text(vi="{0} m từ đầu chặng, tại {1}", en="{0} m into the walk, at {1}")
NAMELESS = Text(vi="đường không rõ tên", en="a road whose name is not known")

HOURS = (
    Text(vi="Chưa rõ giờ mở cửa", en="Opening hours are not known"),
    Text(
        vi="Gọi hoặc đến hỏi trước, hẹn giờ",
        en="Ask beforehand and make an appointment",
    ),
)
ASKING = (
    Text(vi="Muốn vào phải xin phép", en="One has to ask to go in"),
    Text(vi="Gửi công văn xin phép trước", en="Ask in writing beforehand"),
)
OUTSIDE_ONLY = (
    Text(
        vi="Chỉ xem từ bên ngoài, ngay cạnh đường",
        en="Seen from outside, by the street",
    ),
    Text(
        vi="Chọn chỗ đứng xa mép đường; người lớn đứng phía đường",
        en="Stand away from the kerb; adults stand on the side of the street",
    ),
)
DOUBT = (
    Text(
        vi="Vị trí chưa chắc, sai số {0} m", en="Position not sure, give or take {0} m"
    ),
    Text(vi="Đến tìm đúng chỗ trước", en="Find the exact place beforehand"),
)
CROWD = (
    Text(
        vi="Đông người: đếm học sinh trước khi rời điểm",
        en="Crowds: count before leaving",
    ),
    Text(
        vi="Mỗi người lớn giữ một nhóm; hẹn điểm tập trung nếu lạc",
        en="Each adult keeps one group; agree on where to meet if lost",
    ),
)
WORSHIP = (
    Text(vi="Ngày rằm, mồng một: nhiều người đi lễ", en="A day of worship: many pray"),
    Text(
        vi="Xin phép ban quản lý; đứng gọn một bên, giữ yên lặng, không chụp ảnh",
        en="Ask the keepers; stand aside, keep quiet, take no pictures",
    ),
)
SURE_M = 40.0


def risks(material: Material) -> Iterator[Block]:
    """Write the tables of risks."""
    say = material.say
    yield Heading(say(TITLE))
    yield Heading(say(BY_WALK), 2)
    rows = tuple(_row(material, hazard) for hazard in material.hazards)
    if rows:
        yield Grid(tuple(say(ADVICE_HEAD).split("|")), _advice(material), (4, 9))
        yield Grid(tuple(say(HEAD).split("|")), rows, (3, 4, 9))
    else:
        yield Para(say(NONE))
    if not material.terrain.knows_land:
        yield Para(say(NO_LAND), strong=True)
    yield Heading(say(BY_STOP), 2)
    found = tuple(
        (f"{number}. {site.name.in_(material.language)}", say(risk, doubt), say(advice))
        for number, site in enumerate(material.plan.sites, 1)
        for (risk, advice), doubt in _at(material, site)
    )
    yield Grid(tuple(say(STOP_HEAD).split("|")), found, (4, 5, 6))


def _advice(material: Material) -> tuple[tuple[str, str], ...]:
    """Say once what to do about each risk that there is."""
    met = {hazard.risk for hazard in material.hazards}
    return tuple(
        (material.say(name), material.say(advice))
        for risk, (name, advice) in RISKS.items()
        if risk in met
    )


def _row(material: Material, hazard: Hazard) -> tuple[str, str, str]:
    name, _advice = RISKS[hazard.risk]
    walk = material.walks[hazard.passage]
    return (
        passage_name(material.plan, walk, material.language),
        material.say(name),
        where(material, hazard),
    )


def where(material: Material, hazard: Hazard) -> str:
    """Say in which street, how far along, and at which position; or for how long."""
    street = hazard.street or ""
    if hazard.position is None:
        metres = distance(hazard.metres, material.language)
        return f"{metres}: {street}" if street else metres
    if hazard.risk is Risk.CROSSING and not street:
        street = material.say(NAMELESS)
    lat, lon = hazard.position.lat_lon
    at = material.say(AT, round(hazard.along_m or 0), f"{lat:.5f}, {lon:.5f}")
    return f"{street}, {at}" if street else at


def _at(material: Material, site: Site) -> Iterator[tuple[tuple[Text, Text], int]]:
    """List what may go wrong at a stop; what is said of every stop comes last."""
    stops = [
        stop
        for part in material.plan.parts
        for stop in part.stops
        if stop.site.slug == site.slug
    ]
    if not all(stop.is_sure for stop in stops):
        yield HOURS, 0
    if is_worship(site, material.plan.trip.depart.date()):
        yield WORSHIP, 0
    if site.access.way is Way.BY_ASKING:
        yield ASKING, 0
    if site.access.way in OUTSIDE:
        yield OUTSIDE_ONLY, 0
    if site.way_in and site.way_in.radius_m > SURE_M:
        yield DOUBT, round(site.way_in.radius_m)
    yield CROWD, 0
