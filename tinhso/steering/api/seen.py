"""What a caller may see of the programmes: fetched so, or it does not exist."""

from datetime import date
from typing import TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import person, require
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.models import Assignment, Duty, Finding, Indicator, Programme, Task, Unplaced

Row = TypeVar("Row", Assignment, Duty, Finding, Indicator, Task, Unplaced)


def seen_programmes(request: HttpRequest) -> "QuerySet[Programme]":
    """Those that the caller may read."""
    found = Programme.objects.visible_to(person(request), timezone.localdate())
    return found.select_related("document", "coordinating_unit")


def seen_programme(request: HttpRequest, key: int) -> Programme:
    """One of them; for anybody else 404."""
    return get_object_or_404(seen_programmes(request), pk=key)


def for_accepting(request: HttpRequest, key: int) -> tuple[Programme, Account]:
    """A programme that the caller may read, and the caller, who may accept and correct its items. Raises NotAllowed."""
    return seen_programme(request, key), require(request, Verb.ACCEPT_ITEMS)


def row_for_accepting(request: HttpRequest, programme: int, rows: "QuerySet[Row]", *, key: int) -> tuple[Row, Account]:
    """One of these rows, of a programme as above, and the caller. Raises NotAllowed; 404 where it has none such."""
    found, by = for_accepting(request, programme)
    row = get_object_or_404(rows.filter(programme=found), pk=key)
    row.programme = found
    return row, by


def naming_day(programme: Programme, day: date) -> date:
    """The day on which bodies are called by their names: the day asked for, within the programme's period."""
    return min(max(day, programme.starts_on), programme.ends_on)


def roster_of(programme: Programme, day: date) -> Roster:
    """Who there is on that day."""
    return Roster.on(naming_day(programme, day))


def unit_of(key: str) -> Unit:
    """The unit of this key, or 404."""
    return get_object_or_404(Unit, key=key)
