"""The rounds that a plan itself orders: from its duties to report, one for each of their periods."""

from collections.abc import Iterable, Iterator
from datetime import date

from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.periods import Period, PeriodKind, periods_of
from tinhso.lib.text import in_sentence
from tinhso.steering.figures.executing import units_meant
from tinhso.steering.programmes.fetching import duties_of
from tinhso.steering.programmes.models import Assignment, Duty, Programme
from tinhso.steering.reporting.models import Round
from tinhso.steering.reporting.windows import UNITS, Asked, Due, Sender

_KINDS = {
    Duty.Frequency.MONTHLY: PeriodKind.MONTH,
    Duty.Frequency.QUARTERLY: PeriodKind.QUARTER,
    Duty.Frequency.HALF_YEARLY: PeriodKind.HALF_YEAR,
    Duty.Frequency.YEARLY: PeriodKind.YEAR,
}
Proposal = tuple[Asked, Duty]
"""A round, and the duty that orders it of the units."""


def proposed_rounds(programme: Programme) -> list[Proposal]:
    """The rounds within the programme's period, in order: windows of Nghị định 09, due days as the plan names them.

    What two duties order of the units is one round, as the first has it. Empty where the plan names no day of the
    month. Three queries.
    """
    repeating = [duty for duty in duties_of(programme) if duty.frequency in _KINDS and duty.day]
    roster = Roster.on(programme.starts_on)
    gathering = [duty for duty in repeating if _sent_by_department(duty, programme, roster)]
    found = [
        (_asked(duty, each, gathering), duty)
        for duty in repeating
        if duty not in gathering
        for each in _periods(duty, programme)
    ]
    first = {(asked.kind, asked.last_day): (asked, duty) for asked, duty in reversed(found)}
    return [first[key] for key in sorted(first, key=lambda key: (key[1], key[0]))]


def _periods(duty: Duty, programme: Programme) -> Iterator[Period]:
    kind = _KINDS[Duty.Frequency(duty.frequency)]
    for year in range(programme.starts_on.year, programme.ends_on.year + 1):
        for each in periods_of(kind, year):
            if programme.starts_on <= each.last_day <= programme.ends_on:
                yield each


def _asked(duty: Duty, each: Period, gathering: Iterable[Duty]) -> Asked:
    own = _day(duty, each)
    dues = [Due(sender, own, duty.before) for sender in UNITS]
    further = [other for other in gathering if other.frequency == duty.frequency and _day(other, each) > own]
    dues += [Due(Sender.DEPARTMENT, _day(other, each), other.before) for other in further[:1]]
    return Asked(
        kind=Round.Kind(each.kind.value),
        basis=Round.Basis.DECREE,
        title=f"Báo cáo {in_sentence(each.label)}",
        first_day=each.first_day,
        last_day=each.last_day,
        dues=tuple(dues),
    )


def _day(duty: Duty, each: Period) -> date:
    return date(each.year, each.last_month, duty.day or 1)


def _sent_by_department(duty: Duty, programme: Programme, roster: Roster) -> bool:
    """Whether the sender is the department in charge alone."""
    senders = [row for row in duty.assignments.all() if row.role == Assignment.Role.SENDER]
    meant = {version.unit_id for row in senders for version in units_meant(row, roster)}
    return meant == {programme.coordinating_unit_id}
