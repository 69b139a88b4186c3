"""What bin/run does once .venv stands, from an empty folder: prepare, serve, stop, start again over what was left."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse

import pytest

pytestmark = pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="chạy một lần, trên SQLite")
Server = subprocess.Popen[str]
READY = "đang chạy tại"


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
    return number


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Callable[[], tuple[Server, str]]]:
    """Starts bin/run's second half and gives the process and what it said until it was ready."""
    home, servers = tmp_path_factory.mktemp("home"), []

    def started() -> tuple[Server, str]:
        environment = {**os.environ, "TINHSO_HOME": str(home), "TINHSO_PORT": str(port), "TINHSO_WORKERS": "1"}
        words = [sys.executable, "-m", "tinhso.config.serve"]
        server = subprocess.Popen(
            words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        servers.append(server)
        return server, _until_ready(server)

    yield started
    for server in servers:
        server.kill()


def test_from_nothing_to_a_programme_that_is_served(start: Callable[[], tuple[Server, str]], port: int) -> None:
    server, said = start()
    assert "KHÔNG ĐƯỢC" not in said
    assert re.search(r"quan-tri +\S{12,}", said)
    page = get(port, "/dang-nhap")
    style = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page.read().decode())
    assert style
    assert "immutable" in get(port, style[1]).headers["Cache-Control"]
    assert stop(server, signal.SIGTERM) == 0
    assert free(port)


def test_killed_outright_it_leaves_the_port_free_and_the_data_whole(
    start: Callable[[], tuple[Server, str]], port: int
) -> None:
    server, first = start()
    stop(server, signal.SIGKILL)
    assert free(port)
    server, second = start()
    assert passwords(second) == passwords(first)
    assert stop(server, signal.SIGINT) == 0


def get(port: int, address: str) -> HTTPResponse:
    asked = HTTPConnection("127.0.0.1", port, timeout=20)
    asked.request("GET", address)
    return asked.getresponse()


def stop(server: Server, number: signal.Signals) -> int:
    server.send_signal(number)
    return server.wait(timeout=30)


def free(port: int) -> bool:
    """Whether nobody listens any more, within ten seconds."""
    for _attempt in range(100):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)):
                return True
        time.sleep(0.1)
    return False


def passwords(said: str) -> list[str]:
    return re.findall(r"^  \S+ +(\S{12,}) ", said, re.MULTILINE)


def _until_ready(server: Server) -> str:
    lines = []
    for line in server.stdout or ():
        lines.append(line)
        if READY in line:
            return "".join(lines)
    return pytest.fail(f"không khởi động được:\n{''.join(lines)}")
