"""Valhalla, asked line by line, in an environment of its own; imports nothing of ours.

Usage: ``python child_valhalla.py CONFIG.json``; questions and answers are those of
``child_osrm.py``. Its matrix is asked for in the same process: no time goes by HTTP.
"""

import json
import sys
from time import process_time

import valhalla  # type: ignore[import-not-found]

OPTIONS = {"pedestrian": {"shortest": True}}


def main() -> None:
    """Answer until the input ends."""
    actor = valhalla.Actor(sys.argv[1])
    for line in sys.stdin:
        asked = json.loads(line)
        sources, targets = (
            [{"lat": lat, "lon": lon} for lon, lat in asked[side]]
            for side in ("sources", "targets")
        )
        question = {
            "sources": sources, "targets": targets, "verbose": False,
            "costing": "pedestrian", "costing_options": OPTIONS,
        }  # fmt: skip
        begin = process_time()
        found = actor.matrix(question)
        ms = (process_time() - begin) * 1000
        km = found["sources_to_targets"]["distances"][0][-1]
        print(json.dumps({"ms": ms, "corner": None if km is None else km * 1000}))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
