"""One POST to another system: no redirect, no proxy, an end to waiting, and only the beginning of the answer."""

import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from tinhso.kernel.exchange.guard import AddressRefused, Place, place_of

#: Seconds to reach the machine, and for the whole exchange, however slowly it answers.
CONNECT, WHOLE = 5.0, 15.0
#: Of an answer so many bytes are read.
BEGINNING = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, or why nothing did."""

    milliseconds: int
    status: int | None = None
    beginning: str = ""
    problem: str = ""
    wait: int = 0
    """Seconds that the receiver asks us to wait (Retry-After)."""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has it."""
        return self.status is not None and 200 <= self.status < 300


def post(address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    """Send it and tell how that went; nothing is raised for what lies with the other side."""
    begun = time.monotonic()
    try:
        with _Line(place_of(address)) as line:
            return line.say(body, headers, begun)
    except AddressRefused as refusal:
        return Answer(_since(begun), problem=refusal.sentence)
    except TimeoutError:
        return Answer(_since(begun), problem="Bên nhận không trả lời kịp.")
    except ssl.SSLError as mistake:
        return Answer(_since(begun), problem=f"Chứng thư của bên nhận không dùng được: {mistake.reason}"[:200])
    except (OSError, HTTPException) as mistake:
        late = time.monotonic() - begun >= WHOLE
        said = "Bên nhận không trả lời kịp." if late else f"Không kết nối được: {mistake}"
        return Answer(_since(begun), problem=said[:200])


class _Line:
    """A connection to the machine that was looked at, cut when the whole takes too long."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def __enter__(self) -> "_Line":
        plain = socket.create_connection((self.place.machine, self.place.port), timeout=CONNECT)
        self.cut = threading.Timer(WHOLE, plain.shutdown, args=(socket.SHUT_RDWR,))
        self.cut.daemon = True
        self.cut.start()
        self.wire: socket.socket = plain
        try:
            if self.place.scheme == "https":
                self.wire = ssl.create_default_context().wrap_socket(plain, server_hostname=self.place.host)
        except BaseException:
            self.__exit__()
            raise
        self.wire.settimeout(WHOLE)
        return self

    def __exit__(self, *_how: object) -> None:
        self.cut.cancel()
        self.wire.close()

    def say(self, body: bytes, headers: Mapping[str, str], begun: float) -> Answer:
        spoken = HTTPConnection(self.place.host, self.place.port)
        spoken.sock = self.wire
        spoken.request("POST", self.place.path, body=body, headers=dict(headers))
        answer = spoken.getresponse()
        beginning = answer.read(BEGINNING).decode("utf-8", "replace").replace("\x00", "")
        if time.monotonic() - begun >= WHOLE:
            # What was cut off may look like the end of an answer.
            raise TimeoutError
        wait = answer.headers.get("Retry-After", "")
        return Answer(_since(begun), answer.status, beginning[:BEGINNING], wait=int(wait) if wait.isdecimal() else 0)


def _since(begun: float) -> int:
    return round((time.monotonic() - begun) * 1000)
