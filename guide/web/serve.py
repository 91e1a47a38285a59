"""Serve the guide with a server that slow visitors cannot stop."""

from collections.abc import Callable
from threading import Thread

from waitress.server import create_server

from guide.planner import warm
from guide.services import Services
from guide.web import create_app

THREADS = 8


def serve(
    services: Services, host: str, port: int, listening: Callable[[], object]
) -> None:
    """Serve until interrupted; ``listening`` is called once the port is open.

    Raises:
        OSError: the port is taken, or may not be opened.
    """
    server = create_server(create_app(services), host=host, port=port, threads=THREADS)
    # Whoever asks for the first walk should not wait for the solver to be loaded.
    Thread(target=warm, daemon=True).start()
    listening()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
