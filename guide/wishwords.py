"""Say each wish in words: what was asked for, and which of it clashes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from typing import Any

from guide.asked.wishes import streets_wanted
from guide.question import KINDS, Question
from guide.request import TourRequest
from guide.solver.problem import Break as SolverBreak
from guide.wishes import Wishes
from guide.wording import KIND_NAMES, distance
from sites.catalogue import Catalogue
from sites.names import Language, Text

Saying = Callable[[Question, Any], Text]

PHRASES: dict[str, Text] = {
    "follow": Text(vi="theo dấu: {name}", en="follow: {name}"),
    "must": Text(vi="ghé {name}", en="see {name}"),
    "never": Text(vi="bỏ qua {name}", en="leave out {name}"),
    "first": Text(vi="ghé {name} đầu tiên", en="{name} first"),
    "last": Text(vi="ghé {name} sau cùng", en="{name} last"),
    "before": Text(vi="{name} trước {other}", en="{name} before {other}"),
    "at": Text(vi="có mặt ở {name} lúc {time}", en="at {name} by {time}"),
    "stops": Text(vi="không quá {count} điểm dừng", en="no more stops than {count}"),
    "most": Text(
        vi="không quá {count} điểm thuộc loại “{kind}”",
        en="at most {count} of the kind “{kind}”",
    ),
    "walk": Text(vi="đi bộ không quá {metres}", en="at most {metres} on foot"),
    "break": Text(
        vi="nghỉ {count} phút trong khoảng {earliest}–{latest}",
        en="a break of {count} min between {earliest} and {latest}",
    ),
    "windows": Text(vi="giờ mở cửa của {name}", en="the opening hours of {name}"),
    "minutes": Text(vi="tất cả trong {count} phút", en="all within {count} minutes"),
    "varied": Text(vi="đa dạng loại di tích", en="a variety of kinds"),
    "streets": Text(vi="đường {which}", en="streets: {which}"),
    "only": Text(vi="chỉ nơi biết chắc giờ mở cửa", en="only places sure to be open"),
    "order": Text(vi="thứ tự của bạn: {count} điểm", en="your order of {count} stops"),
    "days": Text(vi="{count} ngày", en="{count} days"),
    "groups": Text(vi="{count} nhóm", en="{count} groups"),
    "to": Text(vi="đường đến nơi kết thúc", en="the way to the end"),
}


STREETS: dict[str, Text] = {
    "no-steps": Text(vi="không bậc thang", en="no steps"),
    "quiet": Text(vi="yên tĩnh", en="rather quiet"),
    "lit": Text(vi="có đèn", en="rather lit"),
}
"""What may be said of streets, by the words of a request."""

ORDER = Text(vi="thứ tự bạn đã xếp", en="the order that you set")


def phrase(field: str, **values: Text | str | int) -> Text:
    """Fill a phrase in both languages."""

    def filled(language: Language) -> str:
        chosen = {
            name: value.in_(language) if isinstance(value, Text) else value
            for name, value in values.items()
        }
        return PHRASES[field].in_(language).format(**chosen)

    return Text(vi=filled("vi"), en=filled("en"))


def of_request(
    request: TourRequest, catalogue: Catalogue
) -> Iterator[tuple[str, Text]]:
    """Say every wish beyond start, time, interests and pace: (field, words).

    The request is canonical: its sites are named by their addresses.
    """

    def name(slug: str) -> Text:
        return catalogue.get(slug).name

    wishes = request.wishes
    if wishes.follow:
        yield "follow", phrase("follow", name=catalogue.history.get(wishes.follow).name)
    yield from _limits(wishes)
    yield from _about_sites(wishes, name, request.depart)
    if wishes.order:
        yield "order", phrase("order", count=len(wishes.order))


def _limits(wishes: Wishes) -> Iterator[tuple[str, Text]]:
    yield from _counts(wishes)
    for field, asked_for in (("varied", wishes.varied), ("only", wishes.sure)):
        if asked_for:
            yield field, phrase(field)
    if wanted := streets_wanted(wishes.streets):
        yield "streets", phrase("streets", which=_listed(STREETS[w] for w in wanted))
    if wishes.max_walk_m is not None:
        yield "walk", phrase("walk", metres=_metres(wishes.max_walk_m))
    for kind, most in wishes.most:
        yield "most", phrase("most", count=most, kind=KIND_NAMES[kind])
    for rest in wishes.breaks:
        yield "break", _break(rest.minutes, rest.earliest, rest.latest)


def _counts(wishes: Wishes) -> Iterator[tuple[str, Text]]:
    counts = {
        "days": wishes.days if wishes.days > 1 else None,
        "groups": wishes.groups if wishes.groups > 1 else None,
        "stops": wishes.max_stops,
    }
    for field, count in counts.items():
        if count is not None:
            yield field, phrase(field, count=count)


def _about_sites(
    wishes: Wishes, name: Callable[[str], Text], depart: datetime
) -> Iterator[tuple[str, Text]]:
    for field, slug in (("first", wishes.first), ("last", wishes.last)):
        if slug:
            yield field, phrase(field, name=name(slug))
    for wish in wishes.at:
        yield "at", phrase("at", name=name(wish.site), time=_time(wish.moment, depart))
    for site, other in wishes.before:
        yield "before", phrase("before", name=name(site), other=name(other))


def of_clash(question: Question, field: str, about: Any) -> Text:  # noqa: ANN401 - by field
    """Say one wish of a clash, named by the solver's field and numbers."""
    return CLASHING[field](question, about)


def _site(question: Question, place: int) -> Text:
    return question.candidates[place].name


def _of_kind(_question: Question, about: tuple[int, int]) -> Text:
    kind, most = about
    return phrase("most", count=most, kind=KIND_NAMES[KINDS[kind]])


def _of_before(question: Question, about: tuple[int, int]) -> Text:
    site, other = about
    return phrase("before", name=_site(question, site), other=_site(question, other))


def _of_at(question: Question, about: tuple[int, int]) -> Text:
    place, second = about
    time = _time(question.at(second), question.request.depart)
    return phrase("at", name=_site(question, place), time=time)


def _of_break(question: Question, about: SolverBreak) -> Text:
    begin, end = question.at(about.earliest_s), question.at(about.latest_s)
    return _break(about.pause_s // 60, begin.time(), end.time())


def _of_walk(question: Question, _about: int) -> Text:
    return phrase("walk", metres=_metres(question.most_walk_m or 0))


def _break(minutes: int, earliest: time, latest: time) -> Text:
    return phrase(
        "break",
        count=minutes,
        earliest=f"{earliest:%H:%M}",
        latest=f"{latest:%H:%M}",
    )


def _time(moment: datetime, depart: datetime) -> str:
    """Write a time of day, and the day where that is another one."""
    same_day = moment.date() == depart.date()
    return f"{moment:%H:%M}" if same_day else f"{moment:%H:%M %d/%m}"


def _listed(words: Iterable[Text]) -> Text:
    found = list(words)
    return Text(
        vi=", ".join(word.vi for word in found), en=", ".join(word.en for word in found)
    )


def _metres(metres: float) -> Text:
    return Text(vi=distance(metres, "vi"), en=distance(metres, "en"))


def _about_a_site(field: str) -> Saying:
    return lambda question, place: phrase(field, name=_site(question, place))


CLASHING: dict[str, Saying] = {
    "max_of_kind": _of_kind,
    "before": _of_before,
    "at": _of_at,
    "breaks": _of_break,
    "max_stops": lambda _question, most: phrase("stops", count=most),
    "max_walk_s": _of_walk,
    "limit_s": lambda question, _most: phrase(
        "minutes", count=question.request.minutes
    ),
    "travel_s": lambda _question, _about: phrase("to"),
    **{f: _about_a_site(f) for f in ("never", "first", "last", "windows", "must")},
}
"""How to say each field of the solver's problem."""
