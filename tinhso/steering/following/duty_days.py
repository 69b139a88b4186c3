"""A duty that is due once: its last day in time, the units that had to, and how each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.steering.figures.executing import naming_day, units_meant
from tinhso.steering.following.models import DutyExemption, DutyPaper
from tinhso.steering.following.refusals import DutyNotOnce
from tinhso.steering.programmes.models import Assignment, Duty


class Standing(TextChoices):
    """How a unit stands to the duty on a day, in the words of officials."""

    IN_TIME = "in_time", "Ban hành đúng hạn"
    LATE = "late", "Ban hành quá hạn"
    MISSING = "missing", "Quá hạn, chưa có"
    WAITING = "waiting", "Trong hạn, chưa có"
    RETURNED = "returned", "Bị trả lại"
    EXEMPT = "exempt", "Không áp dụng"


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """One unit that had to: what it recorded last, whether it is asked at all."""

    version: UnitVersion
    standing: Standing
    paper: DutyPaper | None
    exemption: DutyExemption | None


def last_day(duty: Duty) -> date:
    """The last day in time. Raises DutyNotOnce for a duty with a rhythm, or without a day."""
    if duty.frequency != Duty.Frequency.ONCE or duty.due_on is None:
        raise DutyNotOnce
    return last_day_in_time(duty.due_on, before=duty.before, due_day_counts=not duty.programme.named_day_is_late)


def units_due(duty: Duty) -> Mapping[int, UnitVersion]:
    """The units that the duty's words name as they were on its last day, by key; those exempt are among them."""
    roster = Roster.on(naming_day(duty.programme, last_day(duty)))
    senders = Assignment.objects.current().filter(duty=duty, role=Assignment.Role.SENDER)
    found = [version for each in senders.select_related("post") for version in units_meant(each, roster)]
    return {version.unit_id: version for version in sorted(found, key=lambda version: version.sort_key)}


def standings(duty: Duty, day: date) -> list[UnitStanding]:
    """Every unit that had to, by name, as it stands on the day; three queries beside the roster's."""
    due, last = units_due(duty), last_day(duty)
    said = DutyPaper.objects.last_of_each().filter(duty=duty)
    papers = {paper.unit_id: paper for paper in said.select_related("document__file", "recorded_by", "in_name_of")}
    exempt = {each.unit_id: each for each in DutyExemption.objects.filter(duty=duty, ended_at=None)}
    return [_standing(version, papers.get(unit), exempt.get(unit), last=last, day=day) for unit, version in due.items()]


def _standing(
    version: UnitVersion, paper: DutyPaper | None, exemption: DutyExemption | None, *, last: date, day: date
) -> UnitStanding:
    if exemption is not None:
        return UnitStanding(version, Standing.EXEMPT, paper, exemption)
    if paper is not None and paper.returned_at is not None:
        return UnitStanding(version, Standing.RETURNED, paper, None)
    if paper is None:
        return UnitStanding(version, Standing.WAITING if day <= last else Standing.MISSING, None, None)
    return UnitStanding(version, Standing.IN_TIME if paper.document.issued_on <= last else Standing.LATE, paper, None)
