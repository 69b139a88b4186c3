"""What a person is to a report: of the unit that says it, its head, of the department that takes it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.reach import Right, reach, with_those_above
from tinhso.steering.reporting.models import Report, Round


@dataclass(frozen=True, slots=True)
class ReportPart:
    """The units through which the person acts; each empty where he does not."""

    writes: Right
    heads: Right
    takes: Right

    @property
    def sees_draft(self) -> bool:
        """Whether what is being written is shown."""
        return bool(self.writes.through or self.heads.through or self.takes.through)


def part_in_report(report: Report, account: Account, day: date) -> ReportPart:
    """No query beside those of standing and roster."""
    unit, gathering = frozenset({report.unit_id}), frozenset({report.round.coordinating_unit_id})
    return ReportPart(
        Right(reach(account, Verb.REPORT, day) & unit, Verb.REPORT),
        Right(reach(account, Verb.APPROVE_REPORT, day) & unit, Verb.APPROVE_REPORT),
        Right(reach(account, Verb.TAKE_REPORTS, day) & gathering, Verb.TAKE_REPORTS),
    )


def keeps_rounds(account: Account, coordinating_unit: int, day: date) -> bool:
    """Whether the person plans, opens and closes the rounds of a department."""
    return coordinating_unit in reach(account, Verb.KEEP_ROUNDS, day)


def has_head(unit: int, day: date) -> bool:
    """Whether somebody here approves the unit's reports: at it, at who answers for it, or above; one query."""
    roster = Roster.on(day)
    answering = {span.unit for span in roster.answering.answerers(unit, day)}
    over = frozenset().union(*(with_those_above(each, roster) for each in {unit} | answering))
    held = RoleAssignment.objects.granting(Verb.APPROVE_REPORT).valid_on(day)
    return held.filter(account__is_active=True, unit__in=over).exists()


def day_of(round_: Round, today: date | None = None) -> date:
    """The day on which things are done: today, in a demonstration the day at which its programme stands."""
    shown = [ask.programme.demonstration_on for ask in round_.asks.all() if ask.programme.demonstration_on]
    return max(shown) if shown else today or timezone.localdate()
