import gc
import socket
from threading import Event

import pytest

from guide.services import Services
from guide.web.serve import serve


# The server that could not be opened leaves a pipe behind; the process ends anyway.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_port_that_is_taken_is_an_error_of_the_system(services: Services) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = Event()

        with pytest.raises(OSError, match="in use"):
            serve(services, "127.0.0.1", port, said.set)

        gc.collect()
    assert not said.is_set()
