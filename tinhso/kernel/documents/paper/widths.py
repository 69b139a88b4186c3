"""How wide words are in bold Times New Roman, for the lines drawn under them: advances of its letters."""

import unicodedata
from functools import lru_cache

#: Thousandths of the size; a letter that is not here is as wide as the one under its marks.
_WIDE = {
    250: " .,",
    278: "'/il",
    333: "!()-:;fjt",
    389: "Is",
    444: "cerz",
    500: "0123456789Jagovxy–“”",
    556: "Sbdhknpquđơ",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    944: "M",
    1000: "W—",
}
_WIDTH = {letter: width for width, letters in _WIDE.items() for letter in letters}
_OTHERWISE = 600


def width(text: str, size: float) -> float:
    """The width in points of one line of bold letters of that size."""
    return sum(_WIDTH.get(_bare(sign), _OTHERWISE) for sign in unicodedata.normalize("NFC", text)) * size / 1000


def longest_line(text: str, size: float, column: float) -> float:
    """The width in points of the longest line when the text is broken in a column of that width."""
    longest = current = 0.0
    for word in text.split():
        wide = width(word, size)
        joined = current + width(" ", size) + wide if current else wide
        current = joined if joined <= column else wide
        longest = max(longest, current)
    return min(longest, column)


@lru_cache(maxsize=4096)
def _bare(sign: str) -> str:
    """The letter without its tone, and without its other marks where they do not widen it."""
    decomposed = unicodedata.normalize("NFD", sign)
    horned = unicodedata.normalize("NFC", decomposed[0] + "\u031b")
    return horned if "\u031b" in decomposed else decomposed[0]
