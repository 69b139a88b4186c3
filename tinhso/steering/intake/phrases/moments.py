"""Moments: the dates, months, quarters, years and stretches of time that a text names, with first and last day."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tinhso.steering.intake.reading import Span

MomentKind = Literal["date", "month", "quarter", "year", "period"]

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4}
#: How many months a part of a year has.
_PARTS = {"nửa": 6, "3": 3, "6": 6, "9": 9, "ba": 3, "sáu": 6, "chín": 9}
_YEAR = r"(?:\s?[/.\-]\s?(?P<{0}1>20\d\d)|\s*,?\s*(?:của\s+)?năm\s+(?P<{0}2>20\d\d)|\s+(?P<{0}3>20\d\d))(?!\d)"
_JOIN = r"\s*(?:,|-|–|—|và|đến|tới)\s*"
_NUMERAL = r"IV|III|II|I|0?[1-4]"

_POINT = re.compile(
    r"(?:ngày\s+(?=\d)|(?<![\w/.,])(?=\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s+năm\s+\d)|(?<=trước\s)(?=\d{1,2}\s+tháng\s))"
    r"(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d\s?\d|\d)(?!\d)(?:\s*,?\s*năm\s+(?P<y1>\d{4}))?"
    r"|(?:ngày\s+)?(?<![\d/.])(?P<d2>\d{1,2})\s?(?P<sign>[/.\-])\s?(?P<m2>\d{1,2})\s?(?P=sign)\s?(?P<y2>\d{4})(?![\d/])"
    r"|(?:ngày\s+|(?<=trước\s)|(?<![\w/.,])(?=\d{1,2}/\d{1,2}\s*(?:-|–|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}/20))"
    r"(?P<d3>\d{1,2})\s?[/\-]\s?(?P<m3>\d{1,2})(?![\d/])"
    r"|ngày\s+(?P<d4>\d{1,2})(?=\s*(?:-|–|đến|tới))"
    r"|(?P<part_of>nửa|0?[369]\s+tháng|(?:ba|sáu|chín)\s+tháng)\s+(?P<part>đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?P<y5>20\d\d))?"
    rf"|(?:tháng\s+|(?<!\w)T\.?\s?(?=\d{{1,2}}\s?(?:/\s?20|[-–]\s?T?\.?\s?\d{{1,2}}\s?/\s?20)))(?P<m6>\d{{1,2}})(?![\d])(?:{_JOIN}(?:tháng\s+|T\.?\s?)?(?P<m7>\d{{1,2}})(?=\s?/\s?20|"
    rf"\s+năm\s+20))?(?:{_YEAR.format('a')})?"
    rf"|(?:qu[ýí]\s*|(?<!\w)Q\s?\.?\s?(?=(?:{_NUMERAL})\s?[/\-.]\s?20))(?P<q1>{_NUMERAL})(?!\w)(?:{_JOIN}(?:qu[ýí]\s*)?(?P<q2>{_NUMERAL})(?!\w))?(?:{_YEAR.format('b')})?"
    r"|(?<![\w/.\-])(?P<m8>0?[1-9]|1[0-2])/(?P<y8>20\d\d)(?![\d/])"
    r"|năm\s+(?P<y9>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\w/.,])(?P<y10>20\d\d)(?![\w/]|[.,]\d)"
    r"|(?<=từ\s)(?P<now>nay)(?=\s+(?:đến|tới))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\s*(?:-|–|—|(?:cho\s+)?(?:đến|tới)(?:\s+(?:hết|cuối|khi hết|hết ngày))?)\s*(?:ngày\s+(?=\d+/))?", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:,|và|;)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time named in a text: its first and last day (None where not given) and its place in the text.

    ``bare`` marks a number like "2026" that is a year only beside words that make it one; ``dated`` is false when
    the year was taken from the document.
    """

    kind: MomentKind
    start: date | None
    end: date | None
    span: Span
    bare: bool = False
    dated: bool = True
    day: int | None = None
    month: int | None = None


def find_moments(text: str, *, year: int | None) -> list[Moment]:
    """The moments named in ``text`` in order; a moment without a year takes ``year``.

    "tháng 4 đến tháng 7 năm 2022", "Quý IV/2025 - Quý II/2026", "năm 2026 - 2030" are one moment each.
    """
    found: list[_Point] = []
    for match in _POINT.finditer(text):
        point = _read_point(match)
        if point is not None:
            found.append(point)
    return [moment for moment in (_as_moment(group, year) for group in _groups(found, text)) if moment]


_OUTLOOK = re.compile(r"(?:tầm nhìn|định hướng|hướng tới|so với)\s+(?:đến\s+|tới\s+)?(?:năm\s+)?$", re.IGNORECASE)


def last_day(title: str) -> str | None:
    """The last day of the time that a heading or column title sets ("Mục tiêu đến năm 2030"), ISO; None when none."""
    moments = [m for m in find_moments(title[:200], year=None) if m.end and not _OUTLOOK.search(title[: m.span[0]])]
    return str(moments[-1].end) if moments else None


@dataclass(frozen=True, slots=True)
class _Point:
    kind: MomentKind
    span: Span
    year: int | None = None
    month: int | None = None
    last_month: int | None = None
    day: int | None = None
    bare: bool = False
    now: bool = False


def _read_point(match: re.Match[str]) -> _Point | None:
    for reader in (_read_day, _read_part, _read_month, _read_quarter, _read_year):
        point = reader(match)
        if point is not None:
            return point if _possible(point) else None
    return _Point("date", match.span(), now=True) if match["now"] else None


def _possible(point: _Point) -> bool:
    months = [month for month in (point.month, point.last_month) if month is not None]
    return all(1 <= month <= 12 for month in months) and (point.day is None or 1 <= point.day <= 31)


def _read_day(match: re.Match[str]) -> _Point | None:
    for place, years in ((1, "y1"), (2, "y2"), (3, ""), (4, "")):
        day = match[f"d{place}"]
        if day:
            month = match[f"m{place}"] if place < 4 else None
            year = match[years] if years else None
            return _Point("date", match.span(), _number(year), _number(month), None, int(day))
    return None


def _read_part(match: re.Match[str]) -> _Point | None:
    if not match["part_of"]:
        return None
    months = _PARTS[match["part_of"].lstrip("0").split()[0].lower()]
    first = 1 if match["part"].lower() == "đầu" else 13 - months
    return _Point("period", match.span(), _number(match["y5"]), first, first + months - 1)


def _read_month(match: re.Match[str]) -> _Point | None:
    if match["m8"]:
        return _Point("month", match.span(), int(match["y8"]), int(match["m8"]), int(match["m8"]))
    if not match["m6"]:
        return None
    first, last = int(match["m6"]), int(match["m7"] or match["m6"])
    kind: MomentKind = "month" if first == last else "period"
    return _Point(kind, match.span(), _number(match["a1"] or match["a2"] or match["a3"]), first, last)


def _read_quarter(match: re.Match[str]) -> _Point | None:
    if not match["q1"]:
        return None
    first = _QUARTERS[match["q1"].upper()]
    last = _QUARTERS[(match["q2"] or match["q1"]).upper()]
    kind: MomentKind = "quarter" if first == last else "period"
    year = _number(match["b1"] or match["b2"] or match["b3"])
    return _Point(kind, match.span(), year, first * 3 - 2, last * 3)


def _read_year(match: re.Match[str]) -> _Point | None:
    year = match["y9"] or match["y10"]
    return _Point("year", match.span(), int(year), bare=not match["y9"]) if year else None


def _number(digits: str | None) -> int | None:
    return int(digits.replace(" ", "")) if digits else None


def _groups(points: list[_Point], text: str) -> Iterator[tuple[_Point, ...]]:
    """Points joined by "đến" or a dash are one stretch; equal kinds joined by "và" or a comma too."""
    place = 0
    while place < len(points):
        size = _group_size(points[place : place + 4], text)
        yield tuple(points[place : place + size])
        place += size


def _group_size(points: list[_Point], text: str) -> int:
    if len(points) < 2:
        return 1
    between = text[points[0].span[1] : points[1].span[0]]
    if _RANGE.fullmatch(between):
        return 2
    size = 1
    while size < len(points) and _listed(points[size - 1], points[size], text):
        size += 1
    return size


def _listed(one: _Point, other: _Point, text: str) -> bool:
    between = text[one.span[1] : other.span[0]]
    if one.kind != other.kind or one.kind == "date" or not _LIST.fullmatch(between):
        return False
    if one.kind == "year":
        return (other.bare or not one.bare) and other.year == (one.year or 0) + 1
    return one.year is None or other.year is not None


def _as_moment(group: tuple[_Point, ...], year: int | None) -> Moment | None:
    first, last = group[0], group[-1]
    dated = any(point.year for point in group)
    last = replace(last, year=last.year or first.year or year)
    first = replace(first, year=first.year or last.year, month=first.month or (last.month if first.day else None))
    span = (group[0].span[0], group[-1].span[1])
    if len(group) == 1 and first.now:
        return None
    start = None if first.now else _first_day(first)
    end = _last_day(last)
    kind = first.kind if len(group) == 1 else "period"
    if start and end and start > end:
        return None
    day, month = (last.day, last.month) if kind == "date" else (None, last.month)
    return Moment(kind, start, end, span, all(point.bare for point in group), dated, day, month)


def _first_day(point: _Point) -> date | None:
    if point.year is None:
        return None
    if point.kind == "year":
        return date(point.year, 1, 1)
    return _day_of(point.year, point.month, point.day or 1)


def _last_day(point: _Point) -> date | None:
    if point.year is None:
        return None
    if point.kind == "year":
        return date(point.year, 12, 31)
    if point.day:
        return _day_of(point.year, point.month, point.day)
    month = point.last_month or point.month
    return date(point.year, month, calendar.monthrange(point.year, month)[1]) if month else None


def _day_of(year: int, month: int | None, day: int) -> date | None:
    """The day, or the month's last when the text names one that does not exist ("31 tháng 11")."""
    if month is None:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
