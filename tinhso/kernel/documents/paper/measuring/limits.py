"""How much a file may ask of the machine while it is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, parts, paragraphs and pages beyond which a file is not measured."""

    file_bytes: int = 20 * 1024 * 1024
    unpacked_bytes: int = 40 * 1024 * 1024
    entries: int = 2_000
    paragraphs: int = 20_000
    depth: int = 200
    pages: int = 300
    letters: int = 600_000
    seconds: float = 20.0


LIMITS = Limits()
