"""What a letter says, as a value."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from tinhso.lib.text import nfc

_LONGEST = 180


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its words, where it is opened (a path of ours), and a softer line below."""

    words: str
    path: str = ""
    under: str = ""

    @property
    def address(self) -> str:
        """The whole address."""
        return whole(self.path) if self.path else ""


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind under their title."""

    title: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Content:
    """The subject, the sentence that opens the letter, and its sections."""

    subject: str
    opening: str
    sections: Sequence[Section]


def whole(path: str) -> str:
    """A path of ours as it is opened from outside."""
    return f"{settings.ADDRESS}{path}"


def one_line(words: str) -> str:
    """Words fit for a header: no break, no control sign, not too long."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in nfc(words)).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
