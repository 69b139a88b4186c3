"""Markers: the numbering and bullets that open a line ("II.", "1.2.", "đ)", "(3)", "-", "Điều 5.")."""

import re
from dataclasses import dataclass

from tinhso.steering.intake.phrases.lexicon import CAPITALS

#: The lettered points of Vietnamese documents run a b c d đ e g h i k l m n o p q r s t u v x y
#: (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II); f, j, w, z occur in careless ones and keep their place.
LETTERS = "abcdđefghijklmnopqrstuvwxyz"
ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
WORDS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip

BULLETS = "-–—+*•●○▪■◦→·\uf0b7\uf02d\uf0a7"


@dataclass(frozen=True, slots=True)
class Marker:
    """How a line is labelled. ``style`` groups markers of one series ("roman", "decimal1", "letter", "bullet-"),
    ``value`` is the place in the series (0 for bullets), ``label`` the marker as it enters codes, ``length`` the
    characters it takes with the blanks behind it."""

    style: str
    value: int
    label: str
    length: int


_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]\s*)+")
_WORD = re.compile(
    r"(?P<word>phần|chương|mục|phụ lục|điều|tiểu mục)\s+(?:thứ\s+)?(?P<value>[ivxlc]{1,7}|"
    r"\d{1,3}[a-zđ]?|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|[a-hđ])"
    r"(?P<close>\s*[.:]|\s+[-–]|$|\s*(?=\n))\s*",
    re.IGNORECASE,
)
#: Party documents set a stroke behind the number ("I- Mục tiêu", "1- Ban hành").
_ROMAN = re.compile(rf"(?P<value>[IVXLC]{{1,6}})\s?(?:[.)/]\s*(?![A-ZĐ]{{1,3}}\.)|[-–]\s+(?=[{CAPITALS}]))")
_DECIMAL = re.compile(
    rf"(?P<value>\d{{1,2}}(?:\s?\.\s?\d{{1,2}}){{0,4}})\s?(?P<close>[.)/](?!\d)|[-–](?=\s+[{CAPITALS}])|(?=\s+[{CAPITALS}]))\s*"
)
_LETTER = re.compile(r"(?P<value>[a-zđ])\s?(?P<close>[.)](?!\d))\s*")
_DOTTED_LETTER = re.compile(r"(?P<letter>[a-zđ])\s?\.\s?(?P<value>\d{1,2})\s?[.)]?\s+")
_CAPITAL = re.compile(r"(?P<value>[A-HĐ])\s?[.)]\s+")
_PAREN = re.compile(r"\(\s?(?P<value>\d{1,2}|[a-zđ]|[ivx]{1,5})\s?\)\s*")
_ORDINAL = re.compile(
    r"(?P<lead>thứ|một là|hai là|ba là|bốn là|năm là|sáu là|bảy là|tám là|chín là|mười là)"
    r"(?P<value>\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))?\s*[,:]\s*",
    re.IGNORECASE,
)


def read_markers(text: str) -> tuple[Marker, ...]:
    """All the ways to read the opening of ``text`` as a marker, the likeliest first; empty when it has none.

    A bullet in front of another marker ("- c)") is a slip of the pen: the inner marker counts.
    """
    bullet = _BULLET.match(text)
    if bullet is None:
        return _numbered(text, 0)
    inner = tuple(m for m in _numbered(text[bullet.end() :], bullet.end()) if m.style in ("letter", "roman"))
    sign = bullet.group().strip()[-1]
    return (*inner, Marker(f"bullet{_sign(sign)}", 0, "", bullet.end()))


def _sign(sign: str) -> str:
    return "-" if sign in "-–—\uf02d" else "+" if sign == "+" else "*" if sign == "*" else "•"


def _numbered(text: str, offset: int) -> tuple[Marker, ...]:
    found = (
        _word(text, offset),
        _paren(text, offset),
        _dotted_letter(text, offset),
        _roman(text, offset),
        _capital(text, offset),
        _decimal(text, offset),
        _letter(text, offset),
        _ordinal(text, offset),
    )
    return tuple(marker for marker in found if marker is not None)


def _word(text: str, offset: int) -> Marker | None:
    match = _WORD.match(text)
    if match is None:
        return None
    value = _value_of(match["value"])
    word = match["word"].lower()
    label = match["value"] if word in ("phần", "chương", "mục", "điều") else ""
    return Marker(word, value, f"{word.capitalize()} {label}".strip(), offset + match.end())


def _value_of(written: str) -> int:
    low = written.lower()
    if low in WORDS:
        return WORDS[low]
    digits = re.match(r"\d+", low)
    if digits:
        return int(digits.group())
    return roman_value(written.upper()) or LETTERS.find(low) + 1


def roman_value(numeral: str) -> int:
    """Value of a Roman numeral, 0 when it is not well formed."""
    total = 0
    for sign, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = ROMANS.get(sign, 0)
        total += -value if ROMANS.get(following, 0) > value else value
    return total if total > 0 and _roman_numeral(total) == numeral else 0


def _roman_numeral(number: int) -> str:
    written = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            written, number = written + sign, number - value
    return written


def _roman(text: str, offset: int) -> Marker | None:
    match = _ROMAN.match(text)
    value = roman_value(match["value"]) if match else 0
    return Marker("roman", value, match["value"], offset + match.end()) if match and value else None


def _capital(text: str, offset: int) -> Marker | None:
    match = _CAPITAL.match(text)
    if match is None:
        return None
    return Marker("capital", LETTERS.index(match["value"].lower()) + 1, match["value"], offset + match.end())


def _decimal(text: str, offset: int) -> Marker | None:
    match = _DECIMAL.match(text)
    if match is None or (not match["close"] and "." not in match["value"]):
        return None
    parts = re.split(r"\s?\.\s?", match["value"])
    close = ")" if match["close"] == ")" else ""
    return Marker(f"decimal{len(parts)}{close}", int(parts[-1]), ".".join(parts), offset + match.end())


def _letter(text: str, offset: int) -> Marker | None:
    match = _LETTER.match(text)
    if match is None:
        return None
    close = "" if match["close"] == ")" else "."
    return Marker(f"letter{close}", LETTERS.index(match["value"]) + 1, match["value"], offset + match.end())


def _dotted_letter(text: str, offset: int) -> Marker | None:
    match = _DOTTED_LETTER.match(text)
    if match is None:
        return None
    return Marker("letter.number", int(match["value"]), f"{match['letter']}.{match['value']}", offset + match.end())


def _paren(text: str, offset: int) -> Marker | None:
    match = _PAREN.match(text)
    if match is None:
        return None
    written = match["value"]
    style = "paren" if written.isdigit() else "paren-letter"
    return Marker(style, _value_of(written), f"({written})", offset + match.end())


def _ordinal(text: str, offset: int) -> Marker | None:
    match = _ORDINAL.match(text)
    if match is None:
        return None
    word = (match["value"] or match["lead"].split()[0]).strip().lower()
    value = WORDS.get("nhất" if word == "một" else word, 0)
    return Marker("ordinal", value, str(value), offset + match.end()) if value else None
