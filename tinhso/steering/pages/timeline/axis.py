"""Days as places on a line, in percent; the months under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DECEMBER = 12
#: More months than this are named by their quarter only.
_NAMED_MONTHS = 18


@dataclass(frozen=True, slots=True)
class Month:
    """A month's first day as a place, how wide it is, and its short name ("T7"; "T1/2023" where a year begins)."""

    place: float
    width: float
    name: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day to the last one, whole months."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Where the day begins, from 0 to 100; a day outside lies at the end."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return round(100 * min(max(share, 0.0), 1.0), 3)

    def end(self, day: date) -> float:
        """Where the day ends."""
        return self.place(day + timedelta(days=1))

    def holds(self, day: date) -> bool:
        """Whether the day lies on it."""
        return self.first <= day <= self.last

    def months(self) -> list[Month]:
        """Every month, or the first of every quarter where there are many."""
        days = list(self._first_days())
        shown = days if len(days) <= _NAMED_MONTHS else [day for day in days if day.month % 3 == 1]
        ends = [*shown[1:], self.last + timedelta(days=1)]
        return [
            Month(self.place(day), round(self.place(end) - self.place(day), 3), _name(day, first=day == shown[0]))
            for day, end in zip(shown, ends, strict=True)
        ]

    def _first_days(self) -> Iterator[date]:
        day = self.first
        while day <= self.last:
            yield day
            day = following_month(day)


def axis_over(first: date, last: date) -> Axis:
    """Whole months around the days."""
    return Axis(first.replace(day=1), following_month(last) - timedelta(days=1))


def following_month(day: date) -> date:
    """The first day of the month after that of the day."""
    return date(day.year + day.month // _DECEMBER, day.month % _DECEMBER + 1, 1)


def _name(day: date, *, first: bool) -> str:
    return f"T{day.month}/{day.year}" if first or day.month == 1 else f"T{day.month}"
