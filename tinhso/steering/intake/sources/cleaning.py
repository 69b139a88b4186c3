"""Cleaning letters: one Unicode form, one kind of blank, nothing invisible."""

import re
import unicodedata
from functools import cache

#: Soft hyphen, zero-width and direction marks, byte order marks, the object and interlinear anchors.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb\ufffc"
)
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\u000b\u0085\u2028\u2029"
_CONTROLS = "".join(chr(code) for code in (*range(9), *range(14, 32), *range(127, 160)) if code != 0x85)

_TABLE = {
    **dict.fromkeys(map(ord, _INVISIBLE + _CONTROLS), ""),
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
}

#: No letter of any writing carries so many marks; a longer pile makes the composed form cost its square.
_PILE = 40


def clean(text: str) -> str:
    """Composed letters, plain blanks, ``\\n`` for every line end; tabs and form feeds stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return text if text.isascii() else composed(text)


def composed(text: str) -> str:
    """Composed letters (NFC), at a cost that grows with the length alone."""
    return unicodedata.normalize("NFC", _piles().sub(lambda pile: pile.group()[:_PILE], text))


def single_spaced(text: str) -> str:
    """Every run of white space one space, none at the ends."""
    return " ".join(text.split())


@cache
def _piles() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{{_PILE + 1},}}")
