"""The virus scanner behind its interface: ClamAV by socket where it is set, none otherwise."""

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings

_CHUNK = 64 * 1024
_SECONDS = 60.0


class Silent(Exception):
    """The scanner could not be asked or did not answer as it should."""


class Scanner(Protocol):
    """What any scanner offers."""

    @property
    def name(self) -> str:
        """As contents say it: "ClamAV"; "" for none."""

    def found_in(self, content: bytes) -> str:
        """The name of what was found; "" when the bytes are clean. Raises Silent."""


@dataclass(frozen=True, slots=True)
class NoScanner:
    """Nothing is scanned, and contents say so."""

    name: str = ""

    def found_in(self, content: bytes) -> str:
        """Nothing, ever."""
        return ""


@dataclass(frozen=True, slots=True)
class ClamAV:
    """clamd by its INSTREAM command; ``address`` is a socket's path or "host:port"."""

    address: str
    name: str = "ClamAV"

    def found_in(self, content: bytes) -> str:
        """As Scanner."""
        reply = self._ask(b"zINSTREAM\0", content)
        if reply.endswith("FOUND"):
            return reply.removeprefix("stream: ").removesuffix(" FOUND")
        if reply != "stream: OK":
            raise Silent(reply)
        return ""

    def answers(self) -> bool:
        """Whether clamd is there: PING → PONG."""
        try:
            return self._ask(b"zPING\0", None) == "PONG"
        except Silent:
            return False

    def _ask(self, command: bytes, content: bytes | None) -> str:
        try:
            with closing(self._connected()) as line:
                line.sendall(command)
                for piece in _pieces(content) if content is not None else ():
                    line.sendall(piece)
                return _reply(line)
        except OSError as fault:
            raise Silent(str(fault)) from fault

    def _connected(self) -> socket.socket:
        if "/" in self.address:
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(_SECONDS)
            line.connect(self.address)
            return line
        host, _, port = self.address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=_SECONDS)


def scanner() -> Scanner:
    """The scanner of this installation."""
    return ClamAV(settings.CLAMAV) if settings.CLAMAV else NoScanner()


def _pieces(content: bytes) -> Iterator[bytes]:
    """Each piece behind its length; a length of nothing ends."""
    for start in range(0, len(content), _CHUNK):
        piece = content[start : start + _CHUNK]
        yield len(piece).to_bytes(4, "big") + piece
    yield bytes(4)


def _reply(line: socket.socket) -> str:
    parts = bytearray()
    while part := line.recv(4096):
        parts += part
    return parts.rstrip(b"\0\n").decode("utf-8", "replace")
