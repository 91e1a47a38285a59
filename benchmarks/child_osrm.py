"""OSRM, asked line by line: runs in an environment of its own, imports nothing of ours.

Usage: ``python child_osrm.py FILE.osrm CH|MLD``. Each line of the input is a question
in JSON (``sources``, ``targets``: longitudes and latitudes; ``what``: metres or
seconds), each line of the output its answer: ``ms``, and the table's last corner.
"""

import json
import sys
from time import process_time

import osrm  # type: ignore[import-not-found]

ANNOTATION = {"metres": "distance", "seconds": "duration"}


def main() -> None:
    """Answer until the input ends."""
    engine = osrm.OSRM(
        storage_config=sys.argv[1], algorithm=sys.argv[2], use_shared_memory=False,
        max_locations_distance_table=-1,
    )  # fmt: skip
    for line in sys.stdin:
        asked = json.loads(line)
        sources, targets = asked["sources"], asked["targets"]
        # Places are joined to streets one by one: none is to be named twice.
        apart = 0 if targets[: len(sources)] == sources else len(sources)
        places = [tuple(at) for at in [*sources[:apart], *targets]]
        begin = process_time()
        found = engine.Table(
            osrm.TableParameters(
                coordinates=places,
                sources=list(range(len(sources))),
                destinations=list(range(apart, len(places))),
                annotations=[ANNOTATION[asked["what"]]],
            )
        )
        ms = (process_time() - begin) * 1000
        table = found[f"{ANNOTATION[asked['what']]}s"]
        print(json.dumps({"ms": ms, "corner": table[0][len(targets) - 1]}))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
