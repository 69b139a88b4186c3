"""Abbreviations: short forms that a document defines ("thủ tục hành chính (TTHC)", "(gọi tắt là Ban Chỉ đạo)")."""

import re
import unicodedata
from collections.abc import Iterator

from tinhso.steering.intake.reading import Abbreviation

_ACRONYM = re.compile(
    r"\((?:(?:sau đây\s+)?(?:gọi tắt là|viết tắt là|viết tắt|gọi tắt|"
    r"gọi là)\s*:?\s*)?[“\"]?(?P<short>[A-ZĐƯƠÂÊÔĂ][A-ZĐƯƠÂÊÔĂa-z&\-]{1,11})[”\"]?\)"
)
_CALLED = re.compile(
    r"\((?:sau\s+đây\s+)?(?:được\s+)?(?:gọi\s+(?:tắt|chung)\s+là|viết\s+(?:tắt|gọn)(?:\s+là)?|"
    r"gọi\s+là)\s*:?\s*[“\"]?(?P<short>[^()“”\"]{2,60}?)[”\"]?\)",
    re.IGNORECASE,
)
_LONG_BEFORE = re.compile(r"[^.;:()“”\"\n]{3,160}$")
_NAME_BEFORE = re.compile(r"[^;:()\n]{3,300}$")
_SMALL = frozenset(("và", "của", "các", "về", "cho", "trong", "theo", "-", "–"))
#: An item of a list is no longer.
_ITEM_WORDS = 8
_MANY = re.compile(r"(?<!\w)(?:các|những)\s+", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]+")


def read_abbreviations(text: str) -> list[Abbreviation]:
    """The short forms defined in ``text`` in order, each once, with the words they stand for."""
    found: dict[str, Abbreviation] = {}
    for abbreviation in sorted((*_acronyms(text), *_names(text)), key=lambda item: item.span):
        found.setdefault(abbreviation.short, abbreviation)
    return list(found.values())


def _acronyms(text: str) -> Iterator[Abbreviation]:
    """Capital letters in parentheses whose letters are the initials of the words in front."""
    for match in _ACRONYM.finditer(text):
        letters = [sign for sign in match["short"] if sign.isupper()]
        before = _LONG_BEFORE.search(text, max(0, match.start() - 160), match.start())
        first = _spelled(before.group(), letters) if before and len(letters) > 1 else None
        if before and first is not None:
            start = before.start() + first
            yield Abbreviation(match["short"], text[start : match.start()].strip(), (start, match.end()))


def _spelled(words: str, letters: list[str]) -> int | None:
    """Where the words begin whose initials spell ``letters``; small words between may be passed over."""
    tokens = list(_INITIAL.finditer(words))
    letters = [_bare(letter) for letter in letters]
    place = len(letters) - 1
    for token in reversed(tokens[-3 * len(letters) :]):
        if _bare(token.group()[0]) == letters[place]:
            if place == 0:
                return token.start()
            place -= 1
        elif token.group().lower() not in _SMALL:
            return None
    return None


def _bare(letter: str) -> str:
    """A capital without tone and mark ("Ủ" and "Ư" stand for "U" in short forms); Đ stays."""
    return unicodedata.normalize("NFD", letter.upper())[0]


def _names(text: str) -> Iterator[Abbreviation]:
    """ "(sau đây gọi tắt là …)": the words in front of it that the short form takes up."""
    for match in _CALLED.finditer(text):
        short = match["short"].strip()
        before = _NAME_BEFORE.search(text, max(0, match.start() - 300), match.start())
        if before is None:
            continue
        common = "chung" in match.group()[:30].lower()
        start = before.start() + (_list_start if common else _name_start)(before.group(), short)
        yield Abbreviation(short, text[start : match.start()].strip(" ,"), (start, match.end()))


def _name_start(words: str, short: str) -> int:
    """Where the long form begins: where its initials or the short form's first words stand, else at the last comma."""
    letters = [sign for sign in short if sign.isupper()]
    spelled = _spelled(words, letters) if len(letters) > 1 and short.upper() == short else None
    if spelled is not None:
        return spelled
    heads = [" ".join(short.split()[:count]).lower() for count in (3, 2, 1)]
    place = next((found for head in heads if (found := words.lower().rfind(head)) >= 0), None)
    if place is not None:
        return place
    comma = words.rfind(", ")
    return comma + 2 if comma >= 0 else len(words) - len(words.lstrip())


def _list_start(words: str, short: str) -> int:
    """Where the list begins that one name takes together: "các xã, phường (gọi chung là cấp xã)"."""
    start = len(words)
    while (comma := words.rfind(", ", 0, start - 2)) >= 0 and len(words[comma:start].split()) <= _ITEM_WORDS:
        start = comma + 2
    head = words[: start - 2] if start < len(words) else words
    many = list(_MANY.finditer(head))
    return many[-1].end() if many else _name_start(words, short)
