"""Faults of a draft as sentences in the language of the page."""

import re

from flask_babel import gettext

from guide.web.staff.labels import label, language_of
from sites.draft_intake import DraftFault


def said(fault: DraftFault) -> str:
    """Say what is wrong with a line; what has no words of ours stays as it is."""
    for sign, words in _sentences():
        found = re.fullmatch(sign, fault.problem, re.DOTALL)
        if found:
            return words % {**found.groupdict(), **_named(fault, found)}
    return fault.problem


def _named(fault: DraftFault, found: re.Match[str]) -> dict[str, str]:
    """Call a line or a language as the form does."""
    if "name" not in found.groupdict():
        return {}
    name = found["name"]
    path = f"{fault.path}.{name}" if fault.path else name
    return {"name": language_of(path) or label(path) or name}


def _sentences() -> tuple[tuple[str, str], ...]:
    """Return what faults look like as the intake writes them, and their words here."""
    return (
        (
            r"no source behind (?P<words>“.*”); write \[key\] after it",
            gettext("%(words)s has no source; write its key behind it, like [nq-60]"),
        ),
        (
            r"no such source: (?P<key>.*); sources\.yaml lists them",
            gettext("there is no source with the key %(key)s; the list has all keys"),
        ),
        (
            r"there is no site (?P<slug>.*)",
            gettext("there is no site with the address %(slug)s"),
        ),
        (
            r"somebody works on (?P<slug>.*); publish it or give it up first",
            gettext("somebody works on %(slug)s; publish it or give it up first"),
        ),
        (r"name at least one source", gettext("name at least one source by its key")),
        (
            r"(?P<name>vi|en) has (?P<count>\d+) sentences; a lede has two",
            gettext("%(name)s has %(count)s sentences; the lede has two"),
        ),
        (
            r"(?P<name>\S+) is missing; write unknown where nobody knows",
            gettext("%(name)s is missing; fill it in"),
        ),
        (r"write some words here", gettext("nothing stands here; write some words")),
        (
            r"“(?P<given>.*)” is not a.* number from (?P<low>\S+) to (?P<high>\S+)",
            gettext("“%(given)s” is no number from %(low)s to %(high)s"),
        ),
        (
            r"“(?P<given>.*)” is not a date like (?P<like>\S+)",
            gettext("“%(given)s” is no date; write it like %(like)s"),
        ),
        (
            r"“(?P<given>.*)” is not one of (?P<known>.*)",
            gettext("“%(given)s” is not known; choose one of %(known)s"),
        ),
        (
            r"“(?P<given>.*)” is no opening rule \((?P<reason>.*)\); .*",
            gettext("“%(given)s” is no opening rule; write it like Mo-Fr 08:00-17:00"),
        ),
        (
            r"“(?P<given>.*)” is not a time like 05:00, in quotes",
            gettext("“%(given)s” is no time; write it like 05:00"),
        ),
        (
            r"(?P<where>.*, .*) is not in (?P<city>.*)",
            gettext("%(where)s is not in %(city)s; latitude comes first"),
        ),
        (
            r"say in position_note why it is not known",
            gettext("say why the position is not known, or give it"),
        ),
        (
            r"only one language says (?P<listed>.*); the two make the same claims",
            gettext("only one language says %(listed)s; both have to say the same"),
        ),
        (
            r"only (?P<name>vi|en) says that this is told by tradition",
            gettext(
                "only %(name)s says that this is told by tradition; say so in both"
            ),
        ),
        (
            r"from (?P<since>\S+) comes after until (?P<until>\S+)",
            gettext("it begins on %(since)s, after its end on %(until)s"),
        ),
        (
            r"write either lunar: 8/2 or solar: 13/5 \(day/month\)",
            gettext("give the day by the moon or by the sun, one of the two"),
        ),
        (
            r"write closed: true, or opens and closes",
            gettext("say that it is closed, or when it opens and closes"),
        ),
        (
            r"no such period; the file lists (?P<listed>.*)",
            gettext("there is no such period; choose one of %(listed)s"),
        ),
        (
            r"there are several of (?P<spot>.*); give each a name",
            gettext("there are several of a kind; give each a name"),
        ),
    )
