"""The emergency sheet and plan B: what the map knows, lines for what it does not.

Nothing is made up: a number or a name that nobody gave is a line to fill in.
"""

from collections.abc import Iterator

from guide.streets.plane import metres_between
from guide.tour import LeftOut, Reason
from guide.trips.facts import Section
from guide.trips.helpers import nearest
from guide.trips.papers.blocks import (
    Block,
    Fields,
    Grid,
    Heading,
    NewPage,
    Para,
    Points,
)
from guide.trips.papers.material import Material
from guide.wording import distance
from sites.model import Site
from sites.names import Text

TITLE = Text(vi="Phiếu ứng cứu khẩn cấp", en="Emergency sheet")
NEAR = Text(vi="Gần các điểm dừng, theo bản đồ", en="Near the stops, by the map")
KINDS = {
    "hospital": Text(vi="Bệnh viện", en="Hospital"),
    "police": Text(vi="Công an", en="Police"),
    "toilets": Text(vi="Nhà vệ sinh công cộng", en="Public toilet"),
}
NEAR_HEAD = Text(
    vi="Loại|Tên|Cách điểm dừng gần nhất (đường chim bay)",
    en="Kind|Name|From the nearest stop, as the crow flies",
)
NONE = Text(
    vi=(
        "Bản đồ đang dùng không ghi {0} nào ở gần: hãy hỏi và tự điền vào các dòng "
        "trên."
    ),
    en="The map in use knows no {0} near by: ask, and fill in the lines above.",
)
FROM = Text(vi="{0} từ điểm {1}", en="{0} from stop {1}")
MEETING = Text(vi="Điểm tập trung của từng điểm dừng", en="Where to meet at each stop")
MEETING_HEAD = Text(vi="Điểm dừng|Tập trung ở đâu", en="Stop|Where to meet")
CALLS = Text(vi="Ai gọi cho ai", en="Who calls whom")
CHAIN = Text(
    vi=(
        "Người lớn ở gần nhất: giữ cả nhóm đứng yên, sơ cứu, gọi trưởng đoàn.|"
        "Trưởng đoàn ({0}): gọi cấp cứu hoặc công an, rồi gọi nhà trường.|"
        "Nhà trường ({1}): gọi cho phụ huynh; không ai khác báo tin.|"
        "Phó đoàn ({2}): đưa các nhóm còn lại về điểm tập trung, điểm danh."
    ),
    en=(
        "The nearest adult: keeps the group in place, gives first aid, calls the "
        "leader.|"
        "The leader ({0}): calls an ambulance or the police, then the school.|"
        "The school ({1}): calls the parents; nobody else does.|"
        "The deputy ({2}): leads the other groups to the meeting point, and counts."
    ),
)
PLAN_B = Text(vi="Phương án dự phòng", en="Plan B")
RAIN = Text(vi="Nếu mưa", en="If it rains")
CLOSED = Text(vi="Nếu một điểm đóng cửa", en="If a stop is closed")
CLOSED_HEAD = Text(vi="Điểm đóng cửa|Thay bằng", en="Closed stop|Go instead to")
INSTEAD = Text(
    vi="{0} (cách {1} đường chim bay); {2}", en="{0} ({1} as the crow flies); {2}"
)
ASK = Text(vi="hỏi giờ mở cửa trước", en="ask when it is open")
NO_OTHER = Text(
    vi="bỏ điểm này, ở lại lâu hơn ở các điểm khác", en="skip it, stay longer elsewhere"
)
SPARE = frozenset({Reason.BETTER_ELSEWHERE, Reason.TOO_FAR, Reason.OFF_TRAIL})
"""Who was left out for these reasons could take the place of another stop."""


def sheet(material: Material) -> Iterator[Block]:
    """Write whom to call and where to go; what nobody knows is a line to fill in."""
    say, plan, language = material.say, material.plan, material.language
    yield NewPage()
    yield Heading(say(TITLE))
    yield Fields(material.facts_of(Section.SAFETY))
    yield Heading(say(NEAR), 2)
    rows = tuple(
        (
            say(label),
            helper.name_in(language),
            _far(material, helper.metres, helper.stop),
        )
        for kind, label in KINDS.items()
        for helper in nearest(plan, kind)
    )
    if rows:
        yield Grid(tuple(say(NEAR_HEAD).split("|")), rows, (3, 6, 5))
    unknown = [
        say(label).lower() for kind, label in KINDS.items() if not nearest(plan, kind)
    ]
    if unknown:
        yield Para(say(NONE, ", ".join(unknown)))
    yield Heading(say(MEETING), 2)
    yield Grid(
        tuple(say(MEETING_HEAD).split("|")),
        tuple(
            (f"{n}. {s.name.in_(language)}", "") for n, s in enumerate(plan.sites, 1)
        ),
        (5, 8),
    )
    yield Heading(say(CALLS), 2)
    known = [
        material.fact(key) or "………"
        for key in ("leader_phone", "school_phone", "deputy")
    ]
    yield Points(tuple(say(CHAIN, *known).split("|")), numbered=True)


def _far(material: Material, metres: float, stop: int) -> str:
    return material.say(FROM, distance(metres, material.language), stop + 1)


def plan_b(material: Material) -> Iterator[Block]:
    """Write what to do if it rains, or if a stop is closed."""
    say = material.say
    yield Heading(say(PLAN_B))
    yield Fields(((say(RAIN), material.fact("rain")),))
    yield Heading(say(CLOSED), 2)
    rows = tuple(
        (f"{number}. {site.name.in_(material.language)}", _instead(material, site))
        for number, site in enumerate(material.plan.sites, 1)
    )
    yield Grid(tuple(say(CLOSED_HEAD).split("|")), rows, (5, 8))


def _instead(material: Material, site: Site) -> str:
    spare = [
        (metres_between(out.site.way_in.position, site.way_in.position), out)
        for out in material.plan.tour.left_out
        if out.reason in SPARE and out.site.way_in and site.way_in
    ]
    if not spare:
        return material.say(NO_OTHER)
    metres, out = min(spare, key=lambda pair: pair[0])
    return _named(material, metres, out)


def _named(material: Material, metres: float, out: LeftOut) -> str:
    name = out.site.name.in_(material.language)
    far = distance(metres, material.language)
    return material.say(INSTEAD, name, far, material.say(ASK))
