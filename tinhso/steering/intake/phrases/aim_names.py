"""Names of aims: the measured quantity in the words of the plan, without thresholds, times and what is left out."""

import re
from collections.abc import Sequence

from tinhso.steering.intake.phrases.amounts import MEASURE, Amount, find_amounts
from tinhso.steering.intake.phrases.horizons import aim_moments
from tinhso.steering.intake.phrases.levels import level_in
from tinhso.steering.intake.phrases.moments import Moment
from tinhso.steering.intake.phrases.pieces import core_words
from tinhso.steering.intake.phrases.thresholds import PARENTHESIS, SENTENCE, find_thresholds, is_baseline
from tinhso.steering.intake.reading import Span

EXCLUSION = re.compile(
    r"\((?P<inner>(?:không áp dụng|trừ|không bao gồm|ngoại trừ|không tính|không kể)[^()]{2,400})\)"
    r"|(?P<open>,\s*(?:ngoại )?trừ\s[^.;()]{2,300})",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:\(\d+\)|\W)*(?:(?:chỉ tiêu|mục tiêu)\s+\d+(?:\.\d+)*\s*[:.]\s*)?", re.IGNORECASE)
_EFFORT = re.compile(
    r"(?<!\w)(?:phấn đấu|dự kiến)(?:\s+(?:đạt|có|để|đảm bảo|bảo đảm))*(?!\w)\s*|(?<!\w)(?:mỗi năm|hằng năm|"
    r"hàng năm)(?!\w)",
    re.IGNORECASE,
)
_TIME_WORDS = re.compile(
    r"(?:\s|^|,\s*)(?:(?:vào|đến|tới|trong|trước|hết|cuối|đầu|từ|kể từ|giai đoạn|thời kỳ|ngày|đến hết|đến cuối)\s*)*$",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(r"\(\s*trong đó|\(\s*bao gồm", re.IGNORECASE)
#: Words before a number that bind nothing: they belong to what is measured.
_KEPT = re.compile(
    r"(?:(?:tăng|giảm|cắt giảm|bình quân|trung bình|nâng|thu hút|hoàn thành|phủ|số|tỷ lệ|tỉ lệ|đến|tới|có)\s+)+(?=\S)",
    re.IGNORECASE,
)
_MEASURE = re.compile(rf"(?:{MEASURE})(?!\w)", re.IGNORECASE)
_PEOPLE = re.compile(r"lượt|người|khách", re.IGNORECASE)
_MULTIPLIER = re.compile(r"^(?:triệu|nghìn|ngàn|vạn|tỷ)\s+", re.IGNORECASE)
#: What a share is a part of; the share's own name says enough.
_WHOLE = re.compile(r"(?<=[^\s]%)\s+GR?DP(?!\w)")
_RANKING = re.compile(r"nhóm|top|tốp|hạng|thứ|vị trí", re.IGNORECASE)
_RISE = re.compile(r"(?:vươn\s+)?lên\s", re.IGNORECASE)
_RISES_FROM = re.compile(r"từ\s+(?:thứ|hạng|vị trí)\s+(?:thứ\s+)?[\d/]+\s*$", re.IGNORECASE)
_LEVEL_PHRASE = re.compile(r"\s(?:(?:tại|ở|của)\s+)?cấp\s+\w+", re.IGNORECASE)


def name_aim(text: str) -> str:
    """The measured quantity of ``text``, made of its own words."""
    thresholds = find_thresholds(text)
    if not thresholds:
        return _tidy(text)
    sentence = _sentence_with(text, thresholds[-1])
    thresholds = [amount for amount in thresholds if amount.span[1] <= len(sentence)]
    drop = [*_asides(sentence), *_threshold_spans(sentence, thresholds)]
    name = _tidy(_without(sentence, drop))
    return name or thresholds[0].unit or _tidy(text)


def _sentence_with(text: str, threshold: Amount) -> str:
    end = SENTENCE.search(text, threshold.span[1])
    return text[: end.start()] if end else text


def _asides(text: str) -> list[Span]:
    """Label, times, efforts, exclusions and parentheses that hold times or a breakdown."""
    label = _LABEL.match(text)
    spans = [label.span()] if label else []
    spans += [_time_span(text, moment) for moment in aim_moments(text)]
    spans += [match.span() for match in EXCLUSION.finditer(text)]
    spans += [amount.span for amount in find_amounts(text) if is_baseline(text, amount)]
    spans += [m.span() for m in PARENTHESIS.finditer(text) if aim_moments(m.group()) or _BREAKDOWN.match(m.group())]
    return [*spans, *(match.span() for match in _EFFORT.finditer(text))]


def _threshold_spans(text: str, thresholds: Sequence[Amount]) -> list[Span]:
    """The words of the thresholds; several of one quantity go with the words repeated between them."""
    first, last = thresholds[0].span[0], thresholds[-1].span[1]
    if len(thresholds) == 1:
        return [_single_span(text, thresholds[0])]
    head = text[:first]
    if core_words(head):
        return [(_head_end(head), last)]
    phrase = _LEVEL_PHRASE.search(text, last)
    return [(0, last), *([phrase.span()] if phrase else [])]


def _head_end(head: str) -> int:
    """Where the common name ends: before a level or a place that only the first threshold has."""
    level = re.search(rf"{_LEVEL_PHRASE.pattern}\s*$", head, re.IGNORECASE)
    if level and level_in(level.group()):
        return level.start()
    part = max(head.rfind(":"), head.rfind(","))
    return part if part > 0 and not core_words(head[part:]) else len(head)


def _single_span(text: str, amount: Amount) -> Span:
    """A percentage or a measure goes with its unit; a counted noun stays unless the name already has it."""
    first, last = amount.span
    if amount.comparator == "<=" and _RISE.match(amount.prefix):
        earlier = _RISES_FROM.search(text, max(0, first - 40), first)
        return earlier.start() if earlier else first, last
    if amount.comparator == "<=" and _RANKING.search(amount.prefix):
        digits = re.search(r"\d+(?:/\d+)?", text[first : last + 4])
        return (first + digits.start(), first + digits.end()) if digits else (first, last)
    kept = _KEPT.match(text[first:last])
    first += kept.end() if kept else 0
    unit = amount.unit or ""
    noun = _MULTIPLIER.sub("", unit)
    if amount.is_percent:
        whole = _WHOLE.match(text, last) if core_words(text[:first]) else None
        return first, whole.end() if whole else last
    if "/" in unit or noun.lower() in text[:first].lower():
        return first, last
    if _MEASURE.match(unit) and not _PEOPLE.search(unit):
        return first, last
    number = re.search(rf"\s*{re.escape(noun)}(?:\s+trở lên)?$", text[first:last])
    return first, first + number.start() if number else last


def _time_span(text: str, moment: Moment) -> Span:
    before = _TIME_WORDS.search(text[: moment.span[0]])
    behind = re.match(r"\s*(?:trở đi|trở về sau)?\s*,?", text[moment.span[1] :])
    return (before.start() if before else moment.span[0], moment.span[1] + (behind.end() if behind else 0))


def _without(text: str, spans: Sequence[Span]) -> str:
    kept, place = [], 0
    for first, last in sorted(spans):
        if first > place:
            kept.append(text[place:first])
        place = max(place, last)
    return " ".join([*kept, text[place:]])


def _tidy(words: str) -> str:
    words = re.sub(r"\s+([,;.:)])", r"\1", " ".join(words.split()))
    words = re.sub(r"(?:[,;:]\s*)+(?=[,;:])|\(\s*\)", "", words)
    return re.sub(r"^(?:có|trong đó(?:,| có|:)?)\s+", "", words.strip(" ,;.:-–"), flags=re.IGNORECASE)
