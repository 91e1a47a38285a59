"""The dossier that a teacher hands in: its sections, in order.

To add one: write a function from the material to blocks, list it here, done. Both
files, DOCX and PDF, hold the same blocks.
"""

from collections.abc import Callable, Iterator

from guide.footing import footing
from guide.trips.facts import Section
from guide.trips.missing import missing
from guide.trips.papers import emergency, letter, route
from guide.trips.papers.blocks import (
    Block,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Para,
    Points,
    Signatures,
)
from guide.trips.papers.material import Material
from guide.trips.papers.risks import risks
from guide.wording import distance
from sites.names import Text

TITLE = Text(
    vi="KẾ HOẠCH HOẠT ĐỘNG TRẢI NGHIỆM NGOÀI NHÀ TRƯỜNG",
    en="PLAN OF AN EDUCATIONAL TRIP",
)
NATION = Text(
    vi="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc",
    en="SOCIALIST REPUBLIC OF VIỆT NAM\nIndependence – Freedom – Happiness",
)
DAY = Text(vi="Ngày đi", en="Day of the trip")
TIMES = Text(vi="Thời gian", en="Time")
FROM_TO = Text(vi="{0:%H:%M} – {1:%H:%M}", en="{0:%H:%M} – {1:%H:%M}")
STOPS = Text(vi="Các điểm dừng", en="Stops")
DRAFT = Text(
    vi="BẢN NHÁP – còn thiếu {0} mục, chưa trình được:",
    en="DRAFT – {0} items are missing, not ready to hand in:",
)
READY = Text(vi="Hồ sơ đủ các mục.", en="Nothing is missing in this dossier.")
SIGN = Text(
    vi="Người lập kế hoạch|Tổ trưởng chuyên môn|Hiệu trưởng duyệt",
    en="Planned by|Head of department|Approved by the head of school",
)

PEOPLE = Text(vi="Thành phần tham gia", en="Who takes part")
PEOPLE_HEAD = Text(vi="Nhóm|Học sinh|Người lớn đi cùng", en="Group|Pupils|Adults")
TOTAL = Text(vi="Cộng", en="Total")
NUMBERS_ONLY = Text(
    vi="Hồ sơ này chỉ ghi số lượng; danh sách học sinh do trường giữ.",
    en="This dossier holds numbers only; the school keeps the list of pupils.",
)
RATIO = Text(
    vi="Quy định của trường: 1 người lớn cho {0} học sinh; cần {1}, có {2} người lớn.",
    en="The school's rule: 1 adult for {0} pupils; {1} are needed, {2} go along.",
)
RATIO_UNKNOWN = Text(
    vi="Quy định của trường về số học sinh một người lớn: …………",
    en="The school's rule for pupils per adult: …………",
)
AGES = Text(vi="Độ tuổi: {0}–{1}.", en="Ages: {0}–{1}.")
WHEELCHAIRS = Text(
    vi="Học sinh đi xe lăn: {0}. Đường đi tránh bậc thang mà bản đồ biết.",
    en="Pupils in wheelchairs: {0}. The way avoids all steps that the map knows.",
)

ASK_STEPS = Text(
    vi="Trên {0} (mọi nhóm cộng lại) chưa rõ có bậc hay không: phải đi khảo sát trước.",
    en="Of {0} (all groups together) nobody knows whether there are steps: look first.",
)

GOALS = Text(vi="Mục tiêu học tập", en="What is learnt")
GOALS_HEAD = Text(vi="Điểm|Môn|Mục tiêu (yêu cầu cần đạt)", en="Stop|Subject|Objective")
COST = Text(vi="Kinh phí", en="Cost")
PARTNER = Text(vi="Đơn vị phối hợp, giấy phép, bảo hiểm",
               en="Partner, licence, insurance")  # fmt: skip


def dossier(material: Material) -> Paper:
    """Write the whole dossier."""
    blocks = tuple(block for section in SECTIONS for block in section(material))
    return Paper(title_of(material), material.language, blocks)


def title_of(material: Material) -> str:
    """Name the dossier: for the program that shows it."""
    return f"{material.say(TITLE)}, {material.plan.trip.depart:%d/%m/%Y}"


def cover(material: Material) -> Iterator[Block]:
    """Write who goes where and when, what is missing, and who signs."""
    plan, say = material.plan, material.say
    yield Para(say(NATION), strong=True)
    yield Heading(say(TITLE), 0)
    stops = ", ".join(site.name.in_(material.language) for site in plan.sites)
    yield Fields(
        (
            *material.facts_of(Section.COVER),
            (say(DAY), material.day(plan.trip.depart)),
            (say(TIMES), say(FROM_TO, plan.trip.depart, plan.arrive)),
            (say(STOPS), stops),
        )
    )
    lacking = missing(plan)
    if lacking:
        yield Para(say(DRAFT, len(lacking)), strong=True)
        yield Points(tuple(one.label.in_(material.language) for one in lacking))
    else:
        yield Para(say(READY), strong=True)
    planner, second, head = say(SIGN).split("|")
    leader = material.fact("leader")
    yield Signatures(((planner, leader), (second, ""), (head, material.fact("head"))))
    yield NewPage()


def people(material: Material) -> Iterator[Block]:
    """Write who takes part, as numbers."""
    plan, trip, say = material.plan, material.plan.trip, material.say
    yield Heading(say(PEOPLE))
    rows = [(g.name, str(g.pupils), str(g.adults)) for g in plan.groups]
    adults = sum(group.adults for group in plan.groups)
    rows.append((say(TOTAL), str(trip.pupils), str(adults)))
    yield Grid(tuple(say(PEOPLE_HEAD).split("|")), tuple(rows), (4, 3, 4))
    yield Para(say(NUMBERS_ONLY))
    if trip.ratio:
        yield Para(say(RATIO, trip.ratio, trip.adults_needed, trip.adults))
    else:
        yield Para(say(RATIO_UNKNOWN))
    if trip.ages:
        yield Para(say(AGES, *trip.ages))
    if trip.wheelchairs:
        yield Para(say(WHEELCHAIRS, trip.wheelchairs))
        if known := footing(plan.of_all):
            far = distance(known.ask_m, material.language)
            yield Para(say(ASK_STEPS, far), strong=True)


def goals(material: Material) -> Iterator[Block]:
    """Write what is learnt: at each stop, and in which subject."""
    plan, say = material.plan, material.say
    yield Heading(say(GOALS))
    yield Fields(
        tuple(
            (label, value)
            for label, value in material.facts_of(Section.COVER)
            if value and value in {material.fact("theme"), material.fact("subject")}
        )
    )
    rows = tuple(
        (
            f"{number}. {site.name.in_(material.language)}",
            material.fact("subject"),
            plan.trip.objectives.get(site.slug, ""),
        )
        for number, site in enumerate(plan.sites, 1)
    )
    yield Grid(tuple(say(GOALS_HEAD).split("|")), rows, (4, 3, 7))


def cost(material: Material) -> Iterator[Block]:
    """Write what it costs and who pays."""
    yield Heading(material.say(COST))
    yield Fields(material.facts_of(Section.COST))


def partner(material: Material) -> Iterator[Block]:
    """Write with whom the school goes, and how all are insured."""
    yield Heading(material.say(PARTNER))
    yield Fields(material.facts_of(Section.PARTNER))


SECTIONS: tuple[Callable[[Material], Iterator[Block]], ...] = (
    cover,
    people,
    goals,
    route.timetable,
    route.map_page,
    route.legs,
    risks,
    emergency.sheet,
    emergency.plan_b,
    cost,
    partner,
    letter.letter,
)
