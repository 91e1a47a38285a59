"""How people and events are said: dates as they are told, and what sorts there are."""

from sites.dates import Point, Told
from sites.linter import MONTHS
from sites.model import Kind
from sites.names import Language, Text

EVENT_KINDS: dict[Kind, Text] = {
    Kind.WAR: Text(vi="Chiến tranh và giải phóng", en="War and liberation"),
    Kind.REVOLUTIONARY: Text(vi="Cách mạng", en="Revolution"),
    Kind.RELIGIOUS: Text(vi="Tín ngưỡng", en="Faith"),
    Kind.LANDMARK: Text(vi="Đô thị", en="The city"),
}
"""The lanes of the timeline, from top to bottom: the kinds of sites, said of events."""

ABOUT = Text(vi="khoảng {0}", en="about {0}")
BY_THE_MOON = Text(vi="{0} âm lịch", en="{0} by the lunar calendar")
OR = Text(vi=" hoặc ", en=" or ")
EARLY_YEAR = 100
"""Nobody takes a number below this for a year unless it says so."""


def dates_words(told: tuple[Told, ...], language: Language) -> str:
    """Say when something was; where tellers disagree, what each of them says."""
    return OR.in_(language).join(told_words(one, language) for one in told)


def told_words(told: Told, language: Language) -> str:
    """Say one date as it is told: "13/5/1955", "khoảng năm 1930", "17–24/9/1945"."""
    if told.words:
        return told.words.in_(language)
    words = _span_words(told, language)
    if told.lunar:
        words = BY_THE_MOON.in_(language).format(words)
    return ABOUT.in_(language).format(words) if told.about else words


def _span_words(told: Told, language: Language) -> str:
    if told.end is None or told.end == told.start:
        return _point(told.start, language)
    return _shortened(told.start, told.end, language) or (
        f"{_point(told.start, language)} – {_point(told.end, language)}"
    )


def _shortened(start: Point, end: Point, language: Language) -> str:
    """Say a span whose ends share what comes behind them; "" where they do not."""
    if start.month is None and end.month is None:
        years = f"{start.year}–{end.year}"
        return _year(years, end.year, language)
    same_month = (start.year, start.month) == (end.year, end.month)
    if same_month and start.day and end.day:
        return f"{start.day}–{_point(end, language)}"
    return ""


def _point(point: Point, language: Language) -> str:
    if point.month is None:
        return _year(str(point.year), point.year, language)
    if language == "vi":
        month = f"{point.month}/{point.year}"
        return f"{point.day}/{month}" if point.day else f"tháng {month}"
    month = f"{MONTHS[point.month - 1]} {point.year}"
    return f"{point.day} {month}" if point.day else month


def _year(written: str, year: int, language: Language) -> str:
    if language == "vi":
        return f"năm {written}"
    return f"AD {written}" if year < EARLY_YEAR else written
