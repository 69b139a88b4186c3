"""The site as ``bin/run`` serves it, on a port of its own, for the time of a measurement."""

import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tinhso.config import serve

HOST = "127.0.0.1"


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[tuple[str, list[int]]]:
    """The address, and the processes: web server and worker of the queue."""
    port = _free_port()
    log = Path(environment["TINHSO_HOME"]) / "logs" / "server.log"
    with log.open("ab") as output:
        words = (serve.server_words(HOST, port), serve.worker_words())
        processes = [subprocess.Popen(each, env=environment, stdout=output, stderr=output) for each in words]
        try:
            serve.wait_for_answer(HOST, port, processes)
            yield f"http://{HOST}:{port}", [process.pid for process in processes]
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(serve.PATIENCE)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])
