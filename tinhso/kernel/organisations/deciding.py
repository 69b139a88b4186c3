"""Days decided: entered, corrected, taken back. Whoever calls asks first whether the person may keep the calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import ClassVar, Self
from zlib import crc32

from django.core.exceptions import ValidationError
from django.db import transaction

from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import as_decision, office_calendar
from tinhso.lib.calendar.working import Calendar
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import nfc

#: A decision names no longer span of days.
MOST_DAYS = 20


class AlreadyDecided(TinhsoError):
    """Another decision stands for the day."""

    code: ClassVar[str] = "day_decided"
    status: ClassVar[int] = 409
    sentence = "Ngày {day} đã có quyết định “{reason}”; hãy sửa quyết định đó."


class SwapPointless(TinhsoError):
    """A swap exchanges a working day for a day off."""

    code: ClassVar[str] = "swap_pointless"
    status: ClassVar[int] = 422
    sentence = "Hoán đổi: ngày nghỉ thay phải đang là ngày làm việc, ngày làm bù phải đang là ngày nghỉ ({day})."


class WrongSpan(TinhsoError):
    """The last day is before the first, or far behind it."""

    code: ClassVar[str] = "wrong_span"
    status: ClassVar[int] = 422
    sentence = "Từ ngày đến ngày phải đúng thứ tự và không quá {most} ngày."


class DayChangedMeanwhile(TinhsoError):
    """Somebody else changed or took back the decision."""

    code: ClassVar[str] = "day_changed_meanwhile"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "Người khác vừa sửa hoặc thu lại ngày này; hãy mở lại để xem."


class DayRefused(TinhsoError):
    """The database's rules refuse it; the sentence is theirs."""

    code: ClassVar[str] = "day_refused"
    status: ClassVar[int] = 422
    sentence = "{why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What is decided of one day; the fields are those of DecidedDay."""

    day: date
    effect: str
    occasion: str
    reason: str
    decision: str = ""
    decided_on: date | None = None

    def until(self, last: date) -> list[Self]:
        """The same of every day from this one to the last. Raises WrongSpan."""
        length = (last - self.day).days
        if not 0 <= length < MOST_DAYS:
            raise WrongSpan(most=MOST_DAYS)
        return [replace(self, day=self.day + timedelta(days=count)) for count in range(length + 1)]


def swapped(
    *, off: date, worked: date, reason: str, decision: str = "", decided_on: date | None = None
) -> list[Decided]:
    """A working day that becomes free, and the day off that is worked instead."""
    effect, swap = DecidedDay.Effect, DecidedDay.Occasion.SWAP
    paper = Decided(day=off, effect=effect.OFF, occasion=swap, reason=reason, decision=decision, decided_on=decided_on)
    return [paper, replace(paper, day=worked, effect=effect.WORKED)]


def decide(days: Sequence[Decided]) -> list[DecidedDay]:
    """All of them or none; what stands already with the same content stays. Raises AlreadyDecided, SwapPointless,
    DayRefused."""
    with transaction.atomic():
        known = {row.day: row for row in DecidedDay.objects.filter(day__in=[each.day for each in days])}
        fresh = [each for each in days if each.day not in known]
        for each in days:
            if each.day in known and _content(known[each.day]) != _content(each):
                raise AlreadyDecided(day=write_date(each.day), reason=known[each.day].reason)
        _refuse_pointless(fresh)
        return [_saved(DecidedDay(), each) for each in fresh]


def correct(row: DecidedDay, wanted: Decided, *, version: int) -> None:
    """Other content, perhaps another day. Raises DayChangedMeanwhile, AlreadyDecided, DayRefused."""
    with transaction.atomic():
        standing = _unchanged(row, version)
        other = DecidedDay.objects.filter(day=wanted.day).exclude(pk=row.pk).first()
        if other is not None:
            raise AlreadyDecided(day=write_date(other.day), reason=other.reason)
        _saved(standing, wanted)


def take_back(row: DecidedDay, *, version: int) -> None:
    """The law's own rules hold again for the day; the log keeps what was decided. Raises DayChangedMeanwhile."""
    with transaction.atomic():
        _unchanged(row, version).delete()


def version_of(row: DecidedDay) -> int:
    """A number that changes with the content: what somebody saw."""
    return crc32(repr(_content(row)).encode())


def calendar_with(days: Iterable[Decided], *, without: frozenset[date] = frozenset()) -> Calendar:
    """The office's calendar as it would be."""
    changed = {each.day for each in days} | without
    kept = (decision for decision in office_calendar().decisions if decision.day not in changed)
    return Calendar((*kept, *(as_decision(DecidedDay(**asdict(each))) for each in days)))


def _unchanged(row: DecidedDay, version: int) -> DecidedDay:
    found = DecidedDay.objects.select_for_update().filter(pk=row.pk).first()
    if found is None or version_of(found) != version:
        raise DayChangedMeanwhile
    return found


def _refuse_pointless(days: Sequence[Decided]) -> None:
    calendar = office_calendar()
    for each in days:
        works = calendar.is_working_day(each.day)
        if each.occasion == DecidedDay.Occasion.SWAP and works == (each.effect == DecidedDay.Effect.WORKED):
            raise SwapPointless(day=write_date(each.day))


def _saved(row: DecidedDay, wanted: Decided) -> DecidedDay:
    for name, value in asdict(wanted).items():
        setattr(row, name, nfc(value) if isinstance(value, str) else value)
    try:
        row.full_clean()
    except ValidationError as mistake:
        raise DayRefused(why=" ".join(mistake.messages)) from mistake
    row.save()
    return row


def _content(each: DecidedDay | Decided) -> tuple[str, ...]:
    names = ("day", "effect", "occasion", "reason", "decision", "decided_on")
    return tuple(str(getattr(each, name) or "") for name in names)
