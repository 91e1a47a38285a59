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
        places = [tuple(at) for at in [*asked["sources"], *asked["targets"]]]
        first = len(asked["sources"])
        begin = process_time()
        found = engine.Table(
            osrm.TableParameters(
                coordinates=places,
                sources=list(range(first)),
                destinations=list(range(first, len(places))),
                annotations=[ANNOTATION[asked["what"]]],
            )
        )
        ms = (process_time() - begin) * 1000
        table = found[f"{ANNOTATION[asked['what']]}s"]
        print(json.dumps({"ms": ms, "corner": table[0][len(places) - first - 1]}))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
