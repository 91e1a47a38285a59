"""Parts of a map made one, by osmium."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import osmium


def fault_of(part: Path) -> str | None:
    """Read a part to its end, and say what is wrong with it; None: nothing."""
    try:
        for _thing in osmium.FileProcessor(osmium.io.File(str(part), "osm")):
            pass
    except (RuntimeError, ValueError) as problem:
        return str(problem).partition("\n")[0]
    return None


def join(parts: Sequence[Path], target: Path, form: str, taken: str | None) -> None:
    """Write what is in any of the parts once, sorted; of versions the newest.

    Args:
        parts: files of OpenStreetMap's XML.
        target: the file to write; it is replaced.
        form: its format, as osmium calls it.
        taken: the moment the data is of, for its header.

    Raises:
        RuntimeError: a part is broken.
        OSError: it cannot be written.
    """
    header = osmium.io.Header()
    header.set("generator", "heritage-guide")
    if taken:
        header.set("timestamp", taken)
        header.set("osmosis_replication_timestamp", taken)
    merged = osmium.MergeInputReader()
    for part in parts:
        merged.add_file(str(part))
    writer = osmium.SimpleWriter(
        osmium.io.File(str(target), form), header=header, overwrite=True
    )
    try:
        merged.apply(writer, simplify=True)
    finally:
        writer.close()


def oldest(moments: Iterable[str | None]) -> str | None:
    """Return the first of some moments written alike; None where one is not known."""
    found = list(moments)
    known = [moment for moment in found if moment]
    return min(known) if known and len(known) == len(found) else None
