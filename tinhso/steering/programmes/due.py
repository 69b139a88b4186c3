"""When an item is due and how that is known: the plan's words, counted from a day, or inferred from the plan's end."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tinhso.lib.calendar.working import Calendar
from tinhso.steering.intake.reading import Deadline, Span, Task
from tinhso.steering.programmes.period import Period

_THIS = r"(?:kế hoạch|quyết định|chương trình|chỉ thị|thông báo|văn bản)"
#: Counted from the issue of this very document; from another event only a person can say the day.
_COUNTED = re.compile(
    rf"(\d{{1,3}})\s+(ngày|tuần|tháng)\s+(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:{_THIS}\s+(?:này\s+)?(?:được\s+)?)?"
    rf"(?:ban hành|ký ban hành|ký|phát hành)(?:\s+{_THIS}\s+này)?\s*(?=[.,;)]|$)",
    re.IGNORECASE,
)


#: How long after an event: "trong 30 ngày kể từ khi …", "15 ngày làm việc sau khi …".
_TERM = re.compile(r"(\d{1,3})\s+(ngày làm việc|ngày|tuần|tháng)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the programme keeps it; ``kind`` and ``basis`` are values of Deadline.Kind and Deadline.Basis."""

    kind: str
    basis: str
    start_on: date | None
    due_on: date | None
    before: bool
    interval: str
    wording: str
    span: Span | None


def due_of_task(task: Task, *, period: Period, issued_on: date | None) -> Due | None:
    """A task's deadline: its own, else that of its latest product when all have one, else the plan's end.

    None for a standing duty whose words name no rhythm and no day.
    """
    if task.deadline is not None:
        return due_of(task.deadline, period=period, issued_on=issued_on)
    if task.standing:
        return None
    stated = [part.deadline for part in task.deliverables if part.deadline]
    if not stated or len(stated) < len(task.deliverables):
        return inferred(period)
    return _latest([due_of(deadline, period=period, issued_on=issued_on) for deadline in stated]) or inferred(period)


def due_of(deadline: Deadline, *, period: Period, issued_on: date | None) -> Due:
    """One deadline of the plan. A day the reader could not fix falls back to the plan's end, with its words."""
    stated = Due(
        kind=deadline.kind,
        basis=_basis(deadline),
        start_on=_day(deadline.start),
        due_on=_day(deadline.end),
        before=deadline.before,
        interval=deadline.interval or "",
        wording=deadline.text,
        span=deadline.span,
    )
    if stated.basis == "relative" and stated.due_on is None and issued_on:
        return replace(stated, due_on=_counted(deadline.text, issued_on))
    if stated.basis in ("explicit", "month") and stated.due_on is None:
        # "Từ năm 2026 trở đi" begins on a day and names no end.
        unended = replace(stated, basis="open") if stated.start_on else None
        return unended or replace(stated, basis="inferred", due_on=period.ends_on)
    return stated if _in_order(stated) else replace(stated, start_on=None)


def due_if_any(deadline: Deadline | None, *, period: Period, issued_on: date | None) -> Due | None:
    """The deadline of something that may have none of its own."""
    return due_of(deadline, period=period, issued_on=issued_on) if deadline else None


def counted_from(event: date, words: str, calendar: Calendar) -> date | None:
    """The last day of the term that the words name, counted from an event; None when they name no term.

    Working days where the words say so; a term that ends on a day off ends with the next working day (Điều 148 Bộ
    luật Dân sự).
    """
    found = _TERM.search(words)
    if found is None:
        return None
    number, unit = int(found[1]), found[2].lower()
    if unit == "ngày làm việc":
        return calendar.add_working_days(event, number)
    return calendar.working_day_on_or_after(_later(event, number, unit))


def inferred(period: Period) -> Due:
    """The end of the plan, shown as inferred: the plan names no day."""
    return Due("none", "inferred", None, period.ends_on, before=False, interval="", wording="", span=None)


def _in_order(due: Due) -> bool:
    return due.start_on is None or due.due_on is None or due.start_on <= due.due_on


def _basis(deadline: Deadline) -> str:
    if deadline.kind in ("relative", "event"):
        return deadline.kind
    if deadline.kind in ("recurring", "standing"):
        return "recurring"
    return "explicit" if deadline.kind == "date" else "month"


def _latest(products: list[Due]) -> Due | None:
    dated = [(due.due_on, due) for due in products if due.due_on]
    if len(dated) != len(products):
        return None
    _day, latest = max(dated, key=lambda pair: pair[0])
    return replace(latest, basis="products", span=None)


def _counted(words: str, issued_on: date) -> date | None:
    """ "100 ngày kể từ ngày ban hành" counted from the day of issue; None when it counts from anything else."""
    found = _COUNTED.search(words)
    if found is None:
        return None
    return _later(issued_on, int(found[1]), found[2].lower())


def _later(day: date, number: int, unit: str) -> date:
    if unit == "tháng":
        return _months_later(day, number)
    return day + timedelta(days=number * (7 if unit == "tuần" else 1))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
