"""Pieces: where a sentence that measures several quantities falls apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tinhso.steering.intake.phrases.amounts import Amount
from tinhso.steering.intake.phrases.levels import level_phrase
from tinhso.steering.intake.phrases.moments import find_moments
from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import Span

_MEASURES = r"(?:(?:giảm|tăng|nâng|đưa)\s+)?" + any_of(
    "tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tổng|số|mức|chỉ số|giá trị|thu nhập|tốc độ|diện tích|sản lượng|kim ngạch|doanh thu|"
    "GRDP|GDP|"
    "năng suất|tuổi thọ|quy mô|nâng tổng số|đưa tổng số|tỷ suất|độ che phủ|chỉ tiêu|khách|thu ngân sách"
)
_PERCENT_FIRST = r"(?:phấn đấu\s+|có\s+|đạt\s+)?(?:ít nhất |tối thiểu |trên )?\d[\d.,]*\s?%\s"
_STRONG = re.compile(r";\s*|(?<=[^\s.]{2})\.\s+(?=[A-ZĐÀ-Ỹ])|\u2028\s*|\n")
_SUBJECT = re.compile(
    rf",\s*(?:và\s+)?(?=(?:trong đó[,:]?\s+)?{_MEASURES}\s|{_PERCENT_FIRST})|\svà\s+(?={_PERCENT_FIRST}|(?:tỷ|"
    rf"tỉ) lệ\s|nhóm\s+\d)"
    r"|,\s+trong đó[,:]?\s+",
    re.IGNORECASE,
)
_CHUNK = re.compile(
    rf"{_STRONG.pattern}|,\s*(?:và\s+)?(?=(?:trong đó[,:]?\s+)?{_MEASURES}\s|trong đó\s)", re.IGNORECASE
)
_TAIL = re.compile(r"(?:[\s;,]|(?<=\s)trong đó[,:]?|(?<=\s)và(?=\s*$))+$", re.IGNORECASE)
_FILLING = (
    "đạt năm và vào đến phấn đấu có tỷ tỉ lệ trong ít nhất tối thiểu trên dưới khoảng từ trở đi hết cuối là được "
    "giai đoạn của tại ở cấp tỉnh huyện xã phường các số trung ương thành phố bộ khu vực nông thôn đô thị miền núi "
    "còn lại riêng đối với cả nước đó"
)
_EMPTY = frozenset(_FILLING.split())
_TOKEN = re.compile(r"[^\W\d_]+")


def cut_quantities(text: str, thresholds: Sequence[Amount]) -> list[Span]:
    """The parts of ``text`` (spans within it) that each measure a quantity of their own, covering it all."""
    cuts, opening = [0], thresholds[:1]
    for before, behind in pairwise(thresholds):
        place = _cut_between(text, before, behind)
        if place is None:
            continue
        following = next((other.span[0] for other in thresholds if other.span[0] > opening[0].span[0]), place)
        part = _Part(
            cuts[-1], opening[0], place, behind, end=_end_of(behind, thresholds, text), tail_end=min(place, following)
        )
        if not _is_same_quantity(text, before, part):
            cuts.append(place)
            opening = [behind]
    ends = [*cuts[1:], len(text)]
    return [_trimmed(text, first, last) for first, last in zip(cuts, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part from ``begin`` with its first threshold, and what might be the next: its cut, threshold and end."""

    begin: int
    first: Amount
    cut: int
    behind: Amount
    end: int
    tail_end: int
    """Where the words behind the part's first threshold end: at the next threshold or the cut."""


def chunks(text: str) -> Iterator[Span]:
    """The clauses of ``text``: parted by full stops, semicolons, line breaks and commas before a new measure."""
    first = 0
    for match in _CHUNK.finditer(text):
        yield first, match.start()
        first = match.end()
    yield first, len(text)


def core_words(words: str) -> set[str]:
    """The words that tell one quantity from another: no years, levels, places or words of measure."""
    for moment in find_moments(words, year=None):
        words = words[: moment.span[0]] + " " * (moment.span[1] - moment.span[0]) + words[moment.span[1] :]
    return {token for token in _TOKEN.findall(words.lower()) if token not in _EMPTY}


def _cut_between(text: str, before: Amount, behind: Amount) -> int | None:
    """Where the part of the later threshold begins: behind the last strong break, else at the first new subject."""
    first, last = before.span[1], behind.span[0]
    strong = [match.end() for match in _STRONG.finditer(text, first, last)]
    if strong:
        return strong[-1]
    limit = min(len(text), behind.span[1] + 1)
    subjects = [match.end() for match in _SUBJECT.finditer(text, first, limit) if match.end() <= last + 1]
    return subjects[0] if subjects else None


def _end_of(amount: Amount, thresholds: Sequence[Amount], text: str) -> int:
    later = [other.span[0] for other in thresholds if other.span[0] > amount.span[0]]
    stop = _STRONG.search(text, amount.span[1], later[0] if later else len(text))
    return stop.start() if stop else later[0] if later else len(text)


def _is_same_quantity(text: str, before: Amount, part: _Part) -> bool:
    """Whether the later part only names another level, year or place of the same quantity."""
    behind = part.behind
    if before.is_percent != behind.is_percent or (not before.is_percent and before.unit != behind.unit):
        return False
    head, later_head = core_words(text[part.begin : part.first.span[0]]), core_words(text[part.cut : behind.span[0]])
    if later_head:
        return bool(head) and later_head <= head
    later_tail = text[behind.span[1] : part.end]
    if not core_words(later_tail):
        return True
    tail = core_words(text[part.first.span[1] : part.tail_end])
    return not head and (not tail or _extends(tail, later_tail))


def _extends(tail: set[str], later: str) -> bool:
    words = core_words(later)
    return tail == words or (tail <= words and level_phrase(later) is not None)


def _trimmed(text: str, first: int, last: int) -> Span:
    piece = text[first:last]
    tail = _TAIL.search(piece)
    return first + len(piece) - len(piece.lstrip()), first + (tail.start() if tail else len(piece))
