"""Old names of streets in words: "phố Bengích xưa", "phố Bengích (thời Pháp)"."""

from guide.old_names import Held, Told
from sites.names import Language, Text
from sites.pastnames import PastName

OLD_NAMES: dict[Held, Text] = {
    Held.ONCE: Text(vi="{name} xưa", en="once {name}"),
    Held.IN_YEAR: Text(vi="năm {year}: {name}", en="in {year}: {name}"),
    Held.IN_PERIOD: Text(vi="{period}: {name}", en="{period}: {name}"),
}
OF_A_PART = Text(vi="{part} xưa là {name}", en="once {name}, {part}")
OF_A_PART_THEN = Text(vi="{told}, {part}", en="{told}, {part}")

FROM_TO = Text(vi="{since}–{until}", en="{since}–{until}")
FROM = Text(vi="từ năm {since}", en="from {since}")
TO = Text(vi="đến năm {until}", en="until {until}")


def old_name_words(told: Told, language: Language) -> str:
    """Say what a street was once called, beside its name of today."""
    name, part = told.name.name, told.name.part
    period = told.name.period.name.in_(language) if told.name.period else ""
    words = OLD_NAMES[told.held].in_(language)
    words = words.format(name=name, year=told.year, period=period)
    if part is None:
        return words
    pattern = OF_A_PART if told.held is Held.ONCE else OF_A_PART_THEN
    return pattern.in_(language).format(name=name, told=words, part=part.in_(language))


def old_name_note(name: PastName, language: Language) -> str:
    """Write a name with all that is known of when and where it was used."""
    notes = old_name_when(name, language)
    return f"{name.name} ({notes})" if notes else name.name


def old_name_when(name: PastName, language: Language) -> str:
    """Write all that is known of when and where a name was used; "" for nothing."""
    known = [
        name.period.name.in_(language) if name.period else "",
        _years(name, language),
        name.part.in_(language) if name.part else "",
    ]
    return "; ".join(filter(None, known))


def _years(name: PastName, language: Language) -> str:
    if name.since is not None and name.until is not None:
        pattern = FROM_TO
    elif name.since is not None:
        pattern = FROM
    elif name.until is not None:
        pattern = TO
    else:
        return ""
    return pattern.in_(language).format(since=name.since, until=name.until)
