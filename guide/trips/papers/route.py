"""The way of a trip on paper: who is where when, the map, each walk turn by turn."""

from collections.abc import Iterator

from guide.direction_words import directions
from guide.tour import Rest
from guide.trips.papers.blocks import (
    Block,
    Drawing,
    Grid,
    Heading,
    NewPage,
    Para,
    Points,
)
from guide.trips.papers.map import MAP, trip_map
from guide.trips.papers.material import Material
from guide.trips.passages import END, LUNCH, START, mark, passage_name
from guide.wording import distance, span
from sites.names import Text

TITLE = Text(vi="Thời gian biểu", en="Timetable")
WHO = Text(vi="Nhóm nào ở đâu, lúc nào", en="Who is where when")
GROUP = Text(vi="Nhóm", en="Group")
PROVEN = Text(
    vi="Không có cách luân phiên nào kết thúc sớm hơn: đã chứng minh.",
    en="No rotation is over earlier: this is proven.",
)
FOUND = Text(
    vi="Cách luân phiên tốt nhất tìm được; chưa chứng minh là không có cách sớm hơn.",
    en="The best rotation that was found; it is not proven that none is over earlier.",
)
OF_GROUP = Text(vi="Nhóm {0}: {1} học sinh, {2} người lớn",
                en="Group {0}: {1} pupils, {2} adults")  # fmt: skip
HEAD = Text(vi="Giờ|Ở đâu|Việc", en="Time|Where|What")
LEAVE = Text(vi="Điểm danh, xuất phát", en="Count, and leave")
VISIT = Text(
    vi="Tham quan, làm phiếu; điểm danh trước khi đi",
    en="Visit, sheets; count at the end",
)
ARRIVE = Text(vi="Điểm danh, kết thúc", en="Count, and finish")
WALK = Text(vi="{0}, khoảng {1}", en="{0}, about {1}")
LEGS = Text(vi="Chỉ đường từng chặng", en="Directions for each walk")
BY = Text(vi="Nhóm đi: {0}", en="Groups: {0}")
MAP_WORDS = Text(
    vi="Bản đồ: đường đi của mọi nhóm và {0} điểm dừng có đánh số",
    en="Map: the walks of all groups and {0} numbered stops",
)


def timetable(material: Material) -> Iterator[Block]:
    """Write who is where when, then the day of each group."""
    plan, say = material.plan, material.say
    yield Heading(say(TITLE))
    yield Heading(say(WHO), 2)
    places = range(len(plan.places))
    head = [say(GROUP), say(START)]
    head += [
        say(LUNCH)
        if place >= len(plan.sites)
        else f"{place + 1}. {plan.sites[place].name.in_(material.language)}"
        for place in places
    ]
    yield Grid(
        (*head, say(END)), tuple(_lines(material)), (3, 3, *(4,) * len(places), 3)
    )
    yield Para(say(PROVEN if plan.rotation.proven else FOUND))
    for number, group in enumerate(plan.groups):
        yield Heading(say(OF_GROUP, group.name, group.pupils, group.adults), 3)
        yield Grid(
            tuple(say(HEAD).split("|")), tuple(_day(material, number)), (3, 6, 6)
        )


def _lines(material: Material) -> Iterator[tuple[str, ...]]:
    plan = material.plan
    for group, one, part in zip(
        plan.groups, plan.rotation.rounds, plan.parts, strict=True
    ):
        at = {
            visit.stop: f"{halt.enter:%H:%M}–{halt.leave:%H:%M}"
            for visit, halt in zip(one.visits, part.halts, strict=True)
        }
        visits = (at[place] for place in range(len(plan.places)))
        yield group.name, f"{part.depart:%H:%M}", *visits, f"{part.arrive:%H:%M}"


def _day(material: Material, number: int) -> Iterator[tuple[str, str, str]]:
    plan, say, language = material.plan, material.say, material.language
    part, one = plan.parts[number], plan.rotation.rounds[number]
    yield f"{part.depart:%H:%M}", plan.tour.start.name_in(language), say(LEAVE)
    for halt, visit in zip(part.halts, one.visits, strict=True):
        times = f"{halt.enter:%H:%M}–{halt.leave:%H:%M}"
        what = say(LUNCH) if isinstance(halt, Rest) else say(VISIT)
        where = f"{mark(plan, visit.stop, language)}. {halt.name.in_(language)}"
        yield times, where, what
    yield f"{part.arrive:%H:%M}", plan.tour.end.name_in(language), say(ARRIVE)


def map_page(material: Material) -> Iterator[Block]:
    """Draw the map on a page of its own."""
    yield NewPage()
    yield Heading(material.say(MAP))
    yield Drawing(trip_map(material), material.say(MAP_WORDS, len(material.plan.sites)))
    yield NewPage()


def legs(material: Material) -> Iterator[Block]:
    """Write how each walk goes, each once, with the groups that make it."""
    plan, say, language = material.plan, material.say, material.language
    tour = plan.of_all
    yield Heading(say(LEGS))
    for one in material.walks:
        minutes = round(one.leg.duration.total_seconds() / 60)
        far = say(WALK, distance(one.leg.metres, language), span(minutes, language))
        yield Heading(f"{passage_name(plan, one, language)} ({far})", 3)
        yield Para(say(BY, ", ".join(one.groups)))
        yield Points(tuple(directions(one.leg, tour, language)), numbered=True)
