"""Horizons: by when, or from when, a threshold holds."""

import re
from collections.abc import Sequence

from tinhso.steering.intake.phrases.amounts import Amount
from tinhso.steering.intake.phrases.citations import mask_references
from tinhso.steering.intake.phrases.moments import Moment, find_moments

_FROM = re.compile(r"(?:^|\s|\()(?:kể\s+)?từ\s+(?:ngày\s+|đầu\s+)?$", re.IGNORECASE)
_OUTLOOK = re.compile(
    r"(?:tầm nhìn|định hướng|so với|so với cùng kỳ|so cùng kỳ|tính từ|giai đoạn trước|kết quả|"
    r"bằng)\s+(?:đến\s+)?(?:năm\s+)?$",
    re.IGNORECASE,
)
_TIME_LEAD = re.compile(r"(?<!\w)(?:giai đoạn|thời kỳ|năm|đến|vào|trước|hết|cuối)\s+$", re.IGNORECASE)
_BREAK = re.compile(r"[;,]\s(?!(?:thành phố|thị xã|phường|huyện|xã|ngành|ban)(?!\w))|\s(?:và|lên|rồi)\s")
_REMARK = re.compile(r"\([^()]*\d\s?%[^()]*\)")
_ONWARD = re.compile(r"\s*(?:trở đi|trở về sau)", re.IGNORECASE)


def aim_moments(text: str) -> list[Moment]:
    """The moments of an aim's text that can be its horizon: no outlooks, no years compared with, no bare numbers,
    none beside a value in parentheses ("(năm 2024: 80%)")."""
    masked = _REMARK.sub(lambda remark: " " * len(remark.group()), mask_references(text))
    return [
        moment
        for moment in find_moments(masked, year=None)
        if (moment.end or moment.start)
        and _is_time(masked, moment)
        and not _OUTLOOK.search(masked, max(0, moment.span[0] - 40), moment.span[0])
    ]


def leading_moment(text: str, thresholds: Sequence[Amount]) -> Moment | None:
    """The moment that opens the text and so holds for all of it ("Đến năm 2020, …")."""
    moments = aim_moments(text)
    if not moments or not thresholds or moments[0].span[0] > thresholds[0].span[0]:
        return None
    return moments[0] if len(text[: moments[0].span[0]].split()) <= 6 else None


def moments_of_each(thresholds: Sequence[Amount], text: str) -> list[list[Moment]]:
    """The moments of each threshold: those of its own clause; else the one that opens the text; else, when the last
    threshold's stands behind it, that one ("… cấp tỉnh trên 90%, cấp xã trên 50% vào năm 2025")."""
    moments = aim_moments(text)
    if len(thresholds) == 1:
        return [moments]
    opening = [moment for moment in moments if moment.span[0] < thresholds[0].span[0]][:1]
    closing = [moment for moment in moments if moment.span[0] >= thresholds[-1].span[1]][:1]
    owned = [_own(thresholds, place, moments=moments, text=text) for place in range(len(thresholds))]
    return [own or opening or closing for own in owned]


def _own(thresholds: Sequence[Amount], place: int, *, moments: Sequence[Moment], text: str) -> list[Moment]:
    """The moments between the breaks in front of and behind a threshold."""
    first, last = thresholds[place].span
    before = thresholds[place - 1].span[1] if place else 0
    behind = thresholds[place + 1].span[0] if place + 1 < len(thresholds) else len(text)
    start = max((match.end() for match in _BREAK.finditer(text, before, first)), default=before)
    stop = _BREAK.search(text, last, behind)
    return [moment for moment in moments if start <= moment.span[0] < (stop.start() if stop else behind)]


def days_of(moments: Sequence[Moment], text: str) -> tuple[str | None, str | None]:
    """The last day by which, and the first from which, the moments say that a threshold holds (ISO)."""
    by, since = None, None
    for moment in moments:
        before, behind = text[max(0, moment.span[0] - 16) : moment.span[0]], text[moment.span[1] : moment.span[1] + 14]
        if moment.kind != "period" and (_FROM.search(before) or _ONWARD.match(behind)):
            since = since or str(moment.start)
        elif by is None and moment.end:
            by = str(moment.end)
    return by, since


def _is_time(text: str, moment: Moment) -> bool:
    """Whether a bare "2026" or "2026 - 2030" is a time: behind "giai đoạn", "đến", "năm", or alone in parentheses."""
    first, last = moment.span
    if text[max(0, first - 1) : first] == "(" and text[last : last + 1] == ")":
        return True
    return not moment.bare or _TIME_LEAD.search(text, max(0, moment.span[0] - 20), moment.span[0]) is not None
