"""Vietnamese text: one form, folding for search, the order of the alphabet."""

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
#: Two digits a letter, with gaps; "00" ends a word, "08" opens a number, "ff" any foreign sign.
_WEIGHT = {unicodedata.normalize("NFD", letter): f"{16 + 2 * place:02x}" for place, letter in enumerate(_ALPHABET)}
#: Huyền, hỏi, ngã, sắc, nặng; no tone (ngang) stands first by having no digit.
_TONES = {"\u0300": "02", "\u0309": "03", "\u0303": "04", "\u0301": "05", "\u0323": "06"}
_QUALITIES = frozenset("\u0302\u0306\u031b")
#: Signs without a shape (NUL, which PostgreSQL refuses, soft hyphen, zero width) fall away in search.
_SHAPELESS = dict.fromkeys("\x00\u00ad\u200b\u200c\u200d\u2060\ufeff")
_PLAIN = str.maketrans(
    {**_SHAPELESS, "đ": "d", "–": "-", "—": "-", "\u2011": "-", "“": '"', "”": '"', "‘": "'", "’": "'"}
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_LETTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")
_TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|[0-9]+")


def nfc(text: str) -> str:
    """The stored form: composed letters, every run of white space one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def paragraphs(text: str) -> str:
    """The stored form of words typed over several lines: each line as ``nfc`` has it, of empty ones at most one.

    Signs of control, which come in with what is pasted and which no document can hold, are left out.
    """
    lines = [nfc(_CONTROL.sub("", line)) for line in text.splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip()


def in_sentence(words: str) -> str:
    """A name as it stands within a sentence: "báo cáo quý III năm 2022"; what is written in capitals stays, "UBND"."""
    first = words.split(" ", 1)[0]
    return words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]


def fold(text: str) -> str:
    """The search form: lower case, no tones or marks, đ as d, one kind of dash and quote, single spaces.

    Hoà and Hòa, Thuỷ and Thủy, TT&TT and tt&tt fold alike. Store it beside what it stands for: SQLite and
    PostgreSQL disagree about case beyond ASCII.
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.translate(_PLAIN).split())


def search_terms(query: str) -> list[str]:
    """The folded words of a query; a text answers when it holds every one of them."""
    return fold(query).split()


def matches(query: str, text: str) -> bool:
    """Whether a text answers a query, whatever the case, the tones and the order of the words."""
    folded = fold(text)
    return all(term in folded for term in search_terms(query))


@lru_cache(maxsize=4096)
def sort_key(text: str) -> str:
    """The order of a Vietnamese dictionary as digits 0-9a-f, to be stored in a column.

    Word by word: first the letters (a ă â b c d đ …), then the tone (ngang huyền hỏi ngã sắc nặng), then the next
    word; "2" before "10"; case and punctuation do not count. Made of digits and a–f only, so that bytes, the "C"
    collation and every locale give the same order.
    """
    tokens = _TOKEN.findall(unicodedata.normalize("NFD", text.lower()))
    return "".join(_number_key(token) if token[0].isdecimal() else _word_key(token) for token in tokens)


def compare(left: str, right: str) -> int:
    """-1, 0 or 1 by the Vietnamese alphabet; 0 also for two ways to write one word (Hoà, Hòa)."""
    one, other = sort_key(left), sort_key(right)
    return (one > other) - (one < other)


def in_order(texts: list[str]) -> list[str]:
    """Sorted by the Vietnamese alphabet."""
    return sorted(texts, key=lambda text: (sort_key(text), text))


def _word_key(word: str) -> str:
    letters = "".join(_letter_weight(letter) for letter in _LETTER.findall(word))
    tones = "".join(_TONES.get(sign, "") for sign in word)
    return f"{letters}00{tones}00"


def _letter_weight(letter: str) -> str:
    base = letter[0] + "".join(mark for mark in letter[1:] if mark in _QUALITIES)
    weight = _WEIGHT.get(base) or _WEIGHT.get(letter[0])
    return weight or f"ff{ord(letter[0]):06x}"


def _number_key(digits: str) -> str:
    value = digits.lstrip("0")[:255] or "0"
    return f"08{len(value):02x}{value}"
