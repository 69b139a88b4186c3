"""Which days a round asks about, and by when each level sends: the rules of periodic reporting put to use."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tinhso.lib.calendar.due import TIME_TO_WRITE
from tinhso.lib.calendar.periods import ADMINISTRATIVE, CALENDAR, Period, PeriodKind, Windows, period
from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.lib.calendar.working import Calendar
from tinhso.lib.dates import write_date
from tinhso.lib.text import in_sentence
from tinhso.steering.reporting.models import Round, RoundDue
from tinhso.steering.reporting.refusals import DueOrderWrong, NoTimeToWrite, RoundImpossible

Sender = RoundDue.Sender
#: The units that send to the department.
UNITS = (Sender.PROVINCE, Sender.DISTRICT, Sender.COMMUNE, Sender.OUTSIDE)
#: A round opens so long before its cut-off unless said otherwise: what is known is there to be looked at.
OPENS_BEFORE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Due:
    """By when a sender sends: the day named, and whether "trước ngày" is said."""

    sender: RoundDue.Sender
    day: date
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A round as it is asked for."""

    kind: str
    basis: str
    title: str
    first_day: date
    last_day: date
    dues: tuple[Due, ...]
    opens_on: date | None = None
    words: str = ""

    @property
    def opening(self) -> date:
        """The day on which it opens."""
        return self.opens_on or max(self.first_day, self.last_day - OPENS_BEFORE)


def window(kind: str, basis: str, *, year: int, number: int) -> Period:
    """The days of a periodic round by its number in the year. Raises RoundImpossible."""
    windows: Windows = CALENDAR if basis == Round.Basis.CALENDAR else ADMINISTRATIVE
    try:
        return period(PeriodKind(kind), year, number, windows=windows)
    except ValueError as wrong:
        raise RoundImpossible(why="Năm không có kỳ này.") from wrong


def last_day_of(due: Due, *, named_day_is_late: bool) -> date:
    """The last day in time: of "trước ngày 20" the 19th, or the 20th where the programme lets it count."""
    return last_day_in_time(due.day, before=due.before, due_day_counts=not named_day_is_late)


def due_day(dues: Collection[RoundDue], sender: str) -> date:
    """The last day in time of a level; of one that the round names no day for, the earliest of the others."""
    return next((due.last_on for due in dues if due.sender == sender), min(due.last_on for due in dues))


def refuse_unfit(asked: Asked, calendar: Calendar, *, named_day_is_late: bool) -> None:
    """Refuse days that leave no time. Raises NoTimeToWrite, DueOrderWrong, RoundImpossible."""
    if asked.last_day < asked.first_day:
        raise RoundImpossible(why="Ngày chốt số liệu không được trước ngày đầu kỳ.")
    if not any(due.sender != Sender.DEPARTMENT for due in asked.dues):
        raise RoundImpossible(why="Kỳ báo cáo phải có hạn gửi của ít nhất một cấp đơn vị.")
    for due in asked.dues:
        _refuse_hurry(asked, due, calendar, last=last_day_of(due, named_day_is_late=named_day_is_late))
    _refuse_order(asked.dues, named_day_is_late=named_day_is_late)


def working_days_between(calendar: Calendar, cut_off: date, last: date) -> int:
    """The working days that lie after the cut-off and before the last day in time."""
    return calendar.working_days(cut_off, last - timedelta(days=1)) if last > cut_off else 0


def _refuse_hurry(asked: Asked, due: Due, calendar: Calendar, *, last: date) -> None:
    if working_days_between(calendar, asked.last_day, last) < TIME_TO_WRITE.parameters:
        raise NoTimeToWrite(
            cut_off=write_date(asked.last_day),
            due=write_date(last),
            sender=in_sentence(RoundDue.Sender(due.sender).label),
        )


def _refuse_order(dues: Iterable[Due], *, named_day_is_late: bool) -> None:
    lasts = {due.sender: last_day_of(due, named_day_is_late=named_day_is_late) for due in dues}
    department = lasts.pop(Sender.DEPARTMENT, None)
    latest = max(lasts.values())
    if department is not None and department <= latest:
        raise DueOrderWrong(department=write_date(department), unit=write_date(latest))
