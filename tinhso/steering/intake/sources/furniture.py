"""Page furniture: page numbers, running heads and signature stamps, which belong to no paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tinhso.steering.intake.sources.lines import Gap, Line

_BARE_NUMBER = re.compile(r"\d{1,4}")
_DRESSED_NUMBER = re.compile(
    r"[-–—]\s?\d{1,4}\s?[-–—]"
    r"|(?:Trang|trang|Page)\s?:?\s?\d{1,4}(?:\s?(?:/|trên|of)\s?\d{1,4})?"
    r"|\d{1,4}\s?/\s?(?:Trang|trang)\s?\d{1,4}"
)
_STAMP = re.compile(
    r"(?:Ký bởi|Người ký|Được ký bởi|Ký điện tử bởi|Thời gian ký|Ngày ký|Ký ngày|Giờ ký|Signed by|Date)\s?:"
    r"|Signature (?:not verified|valid|is valid)$",
    re.IGNORECASE,
)
_STAMP_TAIL = re.compile(
    r"(?:Email|Cơ quan|Chức vụ|Tổ chức|Location|Reason)\s?:"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[+-]\d{2}[:']?\d{2}'?)?$",
    re.IGNORECASE,
)
#: Two page numbers stand at least this many characters apart; closer numbers are rows of a list.
_PAGE_LENGTH = 900
_LONGEST_HEAD = 120


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the lines that are page furniture."""
    numbers = frozenset(_page_numbers(lines))
    return numbers | frozenset(_stamps(lines)) | frozenset(_running_heads(lines, numbers))


def is_stamp(text: str) -> bool:
    """Whether a line is part of a digital signature's stamp ("Thời gian ký: 12.05.2022 10:22:33 +07:00")."""
    return len(text) <= 200 and _STAMP.match(text) is not None


def is_stamp_tail(text: str) -> bool:
    """Whether a line may follow a stamp's first line ("Email: …", "Cơ quan: …", the time alone)."""
    return len(text) <= 200 and _STAMP_TAIL.match(text) is not None


def is_page_number(text: str) -> bool:
    return len(text) <= 24 and (_BARE_NUMBER.fullmatch(text) or _DRESSED_NUMBER.fullmatch(text)) is not None


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    bare: list[tuple[int, int, int]] = []
    reach = 0
    for place, line in enumerate(lines):
        reach += len(line.text)
        if len(line.text) > 24:
            continue
        if _DRESSED_NUMBER.fullmatch(line.text):
            yield place
        elif _BARE_NUMBER.fullmatch(line.text) and "\t" not in line.raw:
            if _beside_page_break(lines, place):
                yield place
            else:
                bare.append((place, int(line.text), reach))
    yield from _in_series(bare)


def _beside_page_break(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the first or last of its page; in a text without pages none is."""
    above = lines[place].gap == Gap.PAGE or (place == 0 and lines[-1].page > 1)
    return above or (lines[place + 1].gap == Gap.PAGE if place + 1 < len(lines) else lines[place].page > 1)


def _in_series(numbers: list[tuple[int, int, int]]) -> Iterator[int]:
    """Numbers alone on their lines that count up by one, a page apart."""
    chain: list[tuple[int, int, int]] = []
    for number in numbers:
        if chain and number[1] == chain[-1][1] + 1 and number[2] - chain[-1][2] >= _PAGE_LENGTH:
            chain.append(number)
        elif not chain or len(chain) < 2:
            chain = [number]
    if len(chain) > 1:
        yield from (place for place, _, _ in chain)


def _stamps(lines: Sequence[Line]) -> Iterator[int]:
    inside = False
    for place, line in enumerate(lines):
        starts = is_stamp(line.text)
        inside = starts or (inside and is_stamp_tail(line.text))
        if inside:
            yield place


def _running_heads(lines: Sequence[Line], numbers: frozenset[int]) -> Iterator[int]:
    """Short lines that stand beside three or more page breaks with the same words."""
    edges = [place for place in range(len(lines)) if _at_page_edge(lines, place, numbers)]
    seen = Counter(lines[place].text for place in edges)
    yield from (place for place in edges if seen[lines[place].text] >= 3 and len(lines[place].text) <= _LONGEST_HEAD)


def _at_page_edge(lines: Sequence[Line], place: int, numbers: frozenset[int]) -> bool:
    if "\t" in lines[place].raw.strip() or place in numbers:
        return False
    return place - 1 in numbers or place + 1 in numbers or _beside_page_break(lines, place)
