"""Another system on loopback: a real HTTP server that answers as it is told and keeps what it was sent."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Receiver:
    """What it was sent, and how it answers: statuses in turn, the last one for ever."""

    address: str = ""
    statuses: list[int] = field(default_factory=lambda: [204])
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    drips: bool = False
    sent: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def receiver() -> Iterator[Receiver]:
    """Until the block ends."""
    told = Receiver()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            told.sent.append(({name.lower(): value for name, value in self.headers.items()}, content))
            self.send_response(told.statuses.pop(0) if len(told.statuses) > 1 else told.statuses[0])
            for name, value in {**told.headers, "Content-Length": str(len(told.body))}.items():
                self.send_header(name, value)
            if told.drips:
                self._drip()
            self.end_headers()
            self.wfile.write(told.body)

        def _drip(self) -> None:
            """A byte now and then, for ever."""
            self.flush_headers()
            with suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"X")
                    time.sleep(0.1)

        def log_request(self, *answered: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    told.address = f"http://127.0.0.1:{server.server_port}/nhan?x=1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()
