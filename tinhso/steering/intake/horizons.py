"""Horizons: by when, or from when, a threshold holds."""

import re
from collections.abc import Sequence

from tinhso.steering.intake.amounts import Amount
from tinhso.steering.intake.citations import mask_references
from tinhso.steering.intake.moments import Moment, find_moments

_FROM = re.compile(r"(?:^|\s|\()(?:kể\s+)?từ\s+(?:ngày\s+|đầu\s+)?$", re.IGNORECASE)
_OUTLOOK = re.compile(
    r"(?:tầm nhìn|định hướng|so với|so với cùng kỳ|so cùng kỳ|tính từ|giai đoạn trước|kết quả|bằng)\s+(?:đến\s+)?(?:năm\s+)?$",
    re.IGNORECASE,
)
_TIME_LEAD = re.compile(r"(?<!\w)(?:giai đoạn|thời kỳ|năm|đến|vào|trước|hết|cuối)\s+$", re.IGNORECASE)
_ONWARD = re.compile(r"\s*(?:trở đi|trở về sau)", re.IGNORECASE)


def aim_moments(text: str) -> list[Moment]:
    """The moments of an aim's text that can be its horizon: no outlooks, no years compared with, no bare numbers."""
    masked = mask_references(text)
    return [
        moment
        for moment in find_moments(masked, year=None)
        if (moment.end or moment.start) and _is_time(masked, moment) and not _OUTLOOK.search(masked[: moment.span[0]])
    ]


def leading_moment(text: str, thresholds: Sequence[Amount]) -> Moment | None:
    """The moment that opens the text and so holds for all of it ("Đến năm 2020, …")."""
    moments = aim_moments(text)
    if not moments or not thresholds or moments[0].span[0] > thresholds[0].span[0]:
        return None
    return moments[0] if len(text[: moments[0].span[0]].split()) <= 6 else None


def moments_of_each(thresholds: Sequence[Amount], text: str) -> list[list[Moment]]:
    """The moments of each threshold: those in front of it when the first has one in front, else those behind it."""
    moments = aim_moments(text)
    if len(thresholds) == 1:
        return [moments]
    in_front = [moment for moment in moments if moment.span[0] < thresholds[0].span[0]]
    last = [moment for moment in moments if moment.span[0] >= thresholds[-1].span[0]]
    return [
        (_ahead(thresholds, place, moments) or in_front[:1])
        if in_front
        else (_behind(thresholds, place, moments) or last)
        for place in range(len(thresholds))
    ]


def _ahead(thresholds: Sequence[Amount], place: int, moments: Sequence[Moment]) -> list[Moment]:
    first = thresholds[place - 1].span[1] if place else 0
    return [moment for moment in moments if first <= moment.span[0] < thresholds[place].span[0]]


def _behind(thresholds: Sequence[Amount], place: int, moments: Sequence[Moment]) -> list[Moment]:
    last = thresholds[place + 1].span[0] if place + 1 < len(thresholds) else None
    return [m for m in moments if m.span[0] >= thresholds[place].span[1] and (last is None or m.span[0] < last)]


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
    """Whether a bare "2026" or "2026 - 2030" is a time: behind "giai đoạn", "đến", "năm" and the like."""
    return not moment.bare or _TIME_LEAD.search(text, max(0, moment.span[0] - 20), moment.span[0]) is not None
