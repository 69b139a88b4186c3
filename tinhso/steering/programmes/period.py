"""The days a plan covers, as far as its head tells, and the day on which its names are to be understood."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tinhso.steering.intake.reading import DocumentDate, Reading

_YEAR = r"((?:19|20)\d\d)"
_SPAN = re.compile(rf"(?:giai đoạn|từ năm|các năm|năm)\s+{_YEAR}\s*(?:[-–—]|đến năm|đến)\s*{_YEAR}", re.IGNORECASE)
_UNTIL = re.compile(rf"đến(?: hết)? năm\s+{_YEAR}", re.IGNORECASE)
_IN = re.compile(rf"năm\s+{_YEAR}", re.IGNORECASE)
#: A plan runs no longer than this many years; a later year is a slip of the pen or of the reader.
_AT_MOST = 30


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included."""

    starts_on: date
    ends_on: date


def period_of(reading: Reading, *, today: date) -> Period:
    """Whole years named in the subject ("năm 2022", "giai đoạn 2026-2030", "đến năm 2030").

    A subject without years covers the year of issue and goes on to the last day that the plan itself names.

    A person may correct it before the programme starts. ``today`` decides only where the document names no year.
    """
    subject = reading.header.subject or ""
    issued = issued_year(reading) or today.year
    if span := _SPAN.search(subject):
        first, last = sorted((int(span[1]), int(span[2])))
    elif until := _UNTIL.search(subject):
        first, last = min(issued, int(until[1])), int(until[1])
    elif within := _IN.search(subject):
        first = last = int(within[1])
    else:
        first, last = issued, max([issued, *(year for year in _years_named(reading) if year < issued + _AT_MOST)])
    return Period(date(first, 1, 1), date(last, 12, 31))


def _years_named(reading: Reading) -> Iterator[int]:
    """Years in which something of the plan begins or is due."""
    for task in reading.tasks:
        for deadline in (task.deadline, *(product.deadline for product in task.deliverables)):
            days = (deadline.start, deadline.end) if deadline else ()
            yield from (int(day[:4]) for day in days if day)
    for indicator in reading.indicators:
        yield from (int(target.by[:4]) for target in indicator.targets if target.by)


def issued_year(reading: Reading) -> int | None:
    """The year of issue; of a document without one, the latest year that its legal bases name."""
    if reading.header.date and reading.header.date.year:
        return reading.header.date.year
    years = [int(basis.date[:4]) for basis in reading.legal_bases if basis.date]
    return max(years, default=None)


def issued_on(reading: Reading) -> date | None:
    """The day of issue, only when the document gives all three parts and such a day exists."""
    parts = reading.header.date
    if parts is None or not (parts.day and parts.month and parts.year):
        return None
    try:
        return date(parts.year, parts.month, parts.day)
    except ValueError:
        return None


def naming_day(reading: Reading, period: Period) -> date:
    """The day on which the names in the plan hold: the day of issue, with the first for what is missing."""
    return named_on(reading.header.date, period)


def named_on(parts: DocumentDate | None, period: Period) -> date:
    """As ``naming_day``, from the date in a document's head."""
    if parts is None or parts.year is None:
        return period.starts_on
    return _possible(parts, parts.year)


def _possible(parts: DocumentDate, year: int) -> date:
    month = min(max(parts.month or 1, 1), 12)
    return date(year, month, min(max(parts.day or 1, 1), monthrange(year, month)[1]))
