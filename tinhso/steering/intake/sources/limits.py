"""How much a file may ask of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and seconds beyond which a file is refused."""

    file_bytes: int = 50 * 1024 * 1024
    unpacked_bytes: int = 400 * 1024 * 1024
    xml_bytes: int = 80 * 1024 * 1024
    archive_entries: int = 5_000
    cells: int = 100_000
    lines: int = 200_000
    pages: int = 2_000
    first_pages: int = 2_000
    """How many pages of a PDF are read; fewer for who only asks how it begins."""
    seconds: float = 120.0


LIMITS = Limits()


def grouped(count: int) -> str:
    """A count as Vietnamese readers write it: 100.000."""
    return f"{count:,}".replace(",", ".")
