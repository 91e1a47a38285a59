"""Start the command line: ``guide …`` or ``python -m guide …``.

A command lives for a second, in which the collector of garbage finds none but looks
at every module that is loaded, and again at the end. Without it ``guide plan`` takes
0.9 s instead of 1.5 s; ``guide serve`` switches it on again.
"""

import atexit
import gc


def main() -> None:
    """Run the command line with as little ado as possible."""
    gc.disable()
    atexit.register(gc.freeze)
    from guide.cli import main as command_line  # noqa: PLC0415 - after gc.disable()

    command_line()


if __name__ == "__main__":
    main()
