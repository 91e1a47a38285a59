"""What the form of a site calls its lines, and why each matters."""

from flask_babel import gettext

from sites.staff.paths import pattern


def labels() -> dict[str, str]:
    """Return what each kind of line is called, by the end of its path."""
    return {
        "kind": gettext("Kind"),
        "name": gettext("Name"),
        "also": gettext("Other names, one a line"),
        "former": gettext("Former addresses, one a line"),
        "once": gettext("Names of the past"),
        "once.*.name": gettext("Name of the past"),
        "once.*.spelt": gettext("Other spellings, one a line"),
        "once.*.from": gettext("From the year"),
        "once.*.until": gettext("Until the year"),
        "once.*.period": gettext("Period, by its key"),
        "once.*.part": gettext("Which part"),
        "lede": gettext("Lede: two sentences that answer first"),
        "story": gettext("Story"),
        "story.*": gettext("Paragraph"),
        "address": gettext("Address"),
        "address.street": gettext("Street and number"),
        "wards": gettext("Wards"),
        "wards.*.name": gettext("Ward"),
        "wards.*.note": gettext("Note"),
        "position": gettext("Position"),
        "position_note": gettext("Why the position is not known"),
        "also_at": gettext("Gates, courts and viewpoints"),
        "also_at.*.spot": gettext("Kind of spot"),
        "also_at.*.name": gettext("Name"),
        "lat": gettext("Latitude"),
        "lon": gettext("Longitude"),
        "radius_m": gettext("Give or take, in metres"),
        "basis": gettext("What the position rests on"),
        "access": gettext("Access"),
        "access.way": gettext("How far one comes"),
        "access.note": gettext("Note: steps, toilets, shade"),
        "visit_minutes": gettext("Minutes for a visit"),
        "interest": gettext("Interest from 1 to 5"),
        "hours": gettext("Opening hours"),
        "hours.rule": gettext("Rule, like Mo-Fr 08:00-17:00"),
        "hours.checked": gettext("Checked on"),
        "hours.moon": gettext("Hours on days of the moon"),
        "hours.moon.*.days": gettext("Days of the moon, like 1, 15"),
        "hours.moon.*.months": gettext("Months of the moon; all if empty"),
        "hours.moon.*.closed": gettext("Closed"),
        "hours.moon.*.opens": gettext("Opens at, like 05:00"),
        "hours.moon.*.closes": gettext("Closes at, like 22:00"),
        "hours.repairs": gettext("Closed for works"),
        "hours.repairs.*.reason": gettext("Why"),
        "festivals": gettext("Festivals"),
        "festivals.*.key": gettext("Key: small letters and hyphens, for good"),
        "festivals.*.name": gettext("Name"),
        "festivals.*.lunar": gettext("Day/month by the moon, like 8/2"),
        "festivals.*.solar": gettext("or day/month by the sun, like 13/5"),
        "festivals.*.days": gettext("How many days"),
        "festivals.*.note": gettext("Note"),
        "festivals.*.cancelled": gettext("Years in which it is not held"),
        "festivals.*.cancelled.*.year": gettext("Year"),
        "festivals.*.cancelled.*.reason": gettext("Why"),
        "from": gettext("From"),
        "until": gettext("Until"),
        "sources": gettext("Sources, by their keys"),
    }


LANGUAGE_ENDS = (".vi", ".en")


def label(path: str) -> str:
    """Return what the form calls a line, or a group of lines, without its language."""
    known, kind = labels(), pattern(path)
    for end in LANGUAGE_ENDS:
        kind = kind.removesuffix(end)
    last = kind.rpartition(".")[2]
    found = known.get(kind) or known.get(last) or known.get(kind.partition(".")[0])
    return str(found or "")


def one_of(path: str) -> str:
    """Return what the form calls one of a group of things."""
    return labels().get(f"{pattern(path)}.*") or label(path)


def language_of(path: str) -> str:
    """Return the language of a line: nothing where it has none."""
    last = path.rpartition(".")[2]
    return str({"vi": gettext("Vietnamese"), "en": gettext("English")}.get(last, ""))


def whole_label(path: str) -> str:
    """Name a line so that one finds it: ``Story 2 · Paragraph · English``."""
    if not path:
        return str(gettext("The whole site"))
    first, *rest = path.split(".")
    number = next((f" {int(part) + 1}" for part in rest if part.isdecimal()), "")
    names = [f"{label(first)}{number}", label(path), language_of(path)]
    return " · ".join(dict.fromkeys(name for name in names if name))


def why(path: str) -> str:
    """Say why a part of a site matters to those who visit it."""
    reasons = {
        "name": gettext("Visitors look for it by its name."),
        "lede": gettext("It is what visitors read first, and search engines show."),
        "story": gettext("A sentence without a source cannot be checked by anybody."),
        "position": gettext("No walk can lead to a place that is on no map."),
        "hours": gettext("Whoever stands before a shut door trusts nothing else."),
        "address": gettext("People ask their way by the address."),
        "access": gettext("Whoever uses a wheelchair has to know before setting out."),
        "visit_minutes": gettext("Walks are timed by it."),
        "interest": gettext("It decides what a short walk leaves out."),
        "festivals": gettext("Calendars that people subscribed to show it."),
    }
    return str(reasons.get(path.partition(".")[0], ""))
