"""Everything that can go wrong with packs of streets and what they are made from.

GuideError
├── BadExtract             a file that no streets can be taken from
├── NoSiteThere            an extract of an area in which no site stands
├── BadPackName            a name that cannot be that of a pack
├── NoSuchPack             a pack that nobody has imported
├── NotKept                the folder of the instance takes no file
├── StreetsFailed          a server that finds the ways fails
└── BadPack
    ├── BrokenPack         a pack of the instance cannot be read
    └── BadChosenPack      the pack in use is missing or broken
"""

from collections.abc import Iterable

from guide.errors import BadPack, GuideError
from sites.names import Text


class BadExtract(GuideError):
    """No streets can be taken from a file."""

    text = (
        "%(file)s cannot be imported: %(problem)s; "
        "give a whole extract of OpenStreetMap: .osm, .osm.bz2 or .osm.pbf"
    )

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(file=file, problem=problem)


class NoSiteThere(GuideError):
    """No site of the catalogue stands in the area of an extract."""

    text = (
        "no site of the catalogue stands in the area of %(file)s (%(area)s); "
        "give an extract of another area, or import it all the same with --anywhere"
    )

    def __init__(self, file: str, area: str) -> None:
        super().__init__(file=file, area=area)


class BadPackName(GuideError):
    """A name that cannot be that of a pack."""

    text = (
        "“%(name)s” cannot be the name of a street pack; "
        "give --name with 1 to 60 of the signs a-z, 0-9 and -, like hai-phong-2026"
    )

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class NoSuchPack(GuideError):
    """A pack that nobody has imported."""

    text = (
        "there is no street pack “%(name)s”; choose one of %(known)s, "
        "or make one with “guide streets import”"
    )

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name=name, known=", ".join(known))


class NotKept(GuideError):
    """The folder of the instance takes no file."""

    text = (
        "the files in %(folder)s cannot be written (%(problem)s); "
        "make room there, or name a folder that you may write to with GUIDE_HOME"
    )

    def __init__(self, folder: str, problem: str) -> None:
        super().__init__(folder=folder, problem=problem)


class Problem(Text):
    """What is wrong, in both languages; an English message says it in English."""

    def __str__(self) -> str:
        return self.en


class StreetsFailed(GuideError):
    """A server that finds the ways fails; which one, only its operator is to know."""

    text = (
        "no way can be found just now: the server that finds them fails "
        "(%(problem)s); try again in a minute. Whoever runs this guide looks at the "
        "server that GUIDE_STREETS names"
    )

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem=problem)


class BrokenPack(BadPack):
    """A pack of the instance cannot be read."""

    text = (
        "the street pack %(name)s is broken (%(problem)s); "
        "make it again with “guide streets import”"
    )


class BadChosenPack(BadPack):
    """The pack in use is missing or broken."""

    text = (
        "the street pack in use, %(name)s, cannot be read (%(problem)s); "
        "import it again, or go back with “guide streets use built-in”"
    )
