"""The hours in which a person is left in peace, and when they end."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from tinhso.kernel.mail.models import MailWishes
from tinhso.kernel.organisations.office_calendar import office_calendar

_DAY = timedelta(days=1)


def allowed_at(wishes: MailWishes, moment: datetime) -> datetime:
    """The moment itself, or the first one after it at which a letter may go."""
    here = timezone.localtime(moment)
    if wishes.quiet_days_off and not office_calendar().is_working_day(here.date()):
        day = office_calendar().working_day_on_or_after(here.date())
        return _at(day_of(here, (day - here.date()).days), _first(wishes))
    if not _quiet(wishes, here.time()):
        return moment
    if here.time() < wishes.quiet_until:
        return _at(here, wishes.quiet_until)
    return allowed_at(wishes, _at(here + _DAY, _first(wishes)))


def day_of(moment: datetime, later: int) -> datetime:
    """So many days later, at the same hour."""
    return moment + _DAY * later


def _first(wishes: MailWishes) -> time:
    """The first moment of a day at which a letter may go."""
    return wishes.quiet_until if _quiet(wishes, time.min) else time.min


def _at(day: datetime, hour: time) -> datetime:
    return day.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)


def _quiet(wishes: MailWishes, hour: time) -> bool:
    begins, ends = wishes.quiet_from, wishes.quiet_until
    if begins <= ends:
        return begins <= hour < ends
    return hour >= begins or hour < ends
