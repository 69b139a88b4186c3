"""Everything that one feed holds: of a person, or of a unit."""

from datetime import date

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.exchange.models import CalendarFeed
from tinhso.kernel.organisations.answering import answered_by
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.reach import own_units
from tinhso.steering.pages.feed.asked_days import personal_days, request_days
from tinhso.steering.pages.feed.dated import Dated
from tinhso.steering.pages.feed.declared_days import declared_days
from tinhso.steering.pages.feed.report_days import report_days
from tinhso.steering.pages.feed.task_days import task_days
from tinhso.steering.programmes.models import Programme


def days_of_feed(feed: CalendarFeed, day: date) -> list[Dated]:
    """What the account may see today, by day."""
    programmes = list(Programme.objects.visible_to(feed.account, day).filter(state=Programme.State.RUNNING))
    units = [feed.unit.pk] if feed.unit else list(own_units(feed.account, Verb.REPORT, day))
    if not programmes:
        return []
    found = [
        *task_days(programmes, units, Roster.on(day)),
        *(report_days(programmes, units, day) if units else ()),
        *request_days(answered_by(units, day), day),
        *declared_days(programmes, answered_by(units, day), day),
        *(personal_days(feed.account, day) if feed.unit is None else ()),
    ]
    return sorted(found, key=lambda each: (each.day, each.key))
