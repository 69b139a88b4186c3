"""The name of a file made safe: no folder, no control or bidirectional characters, not too long, its ending kept."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 150
#: Signs that lead elsewhere, that no file system takes, or that are not seen; the last turn the writing round, so that
#: a program may look like a PDF.
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')


def safe_name(name: str) -> str:
    """The last part of the name in NFC, without what is unsafe; "tep" when nothing is left before the ending."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    path = PurePosixPath(_UNSAFE.sub("_", last).strip(" ."))
    stem = path.stem.strip(" ._")[: LONGEST - len(path.suffix)] or "tep"
    return f"{stem}{path.suffix.lower()}"[:LONGEST]


def ending_of(name: str) -> str:
    """ "pdf" of "Báo cáo.PDF"; "" when there is none."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")
