"""What reports lie on a person's desk: to write, to approve, what of his unit's is late or on its way; of who gathers
them the rounds that take reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.reach import followed, own_units
from tinhso.steering.following.reminding.addressees import Present
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.fetching import reports_with_rounds, rounds_with_asks
from tinhso.steering.reporting.models import Report, Round

State = Report.State


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A report of an open round; ``to_write`` and ``to_approve`` tell what waits for this person."""

    report: Report
    to_write: bool
    to_approve: bool
    late: bool

    @property
    def waits(self) -> bool:
        """Whether this person is waited for."""
        return self.to_write or self.to_approve


@dataclass(frozen=True, slots=True)
class RoundOnDesk:
    """An open round whose reports this person takes: how many were sent and not taken yet, how many are missing, how
    many of these are late."""

    round: Round
    to_take: int = 0
    missing: int = 0
    late: int = 0

    @property
    def waits(self) -> bool:
        """Whether this person is waited for: to take what was sent, or to see to what is late."""
        return bool(self.to_take or self.late)


def reports_on_desk(account: Account, day: date, programmes: Iterable[Programme]) -> list[OnDesk]:
    """Of the units at which the person reports or approves and those they answer for, what waits first, then by due
    day; of units below that have nobody nearer what waits. Two queries, two more where there are units below, and none
    for who has no such unit."""
    roster = Roster.on(day)
    own = followed({*own_units(account, Verb.REPORT, day), *own_units(account, Verb.APPROVE_REPORT, day)}, roster)
    writes, heads = _at_or_below(account, Verb.REPORT, roster), _at_or_below(account, Verb.APPROVE_REPORT, roster)
    if not writes | heads:
        return []
    keys = [each.pk for each in programmes if each.is_running]
    found = reports_with_rounds().of_units(writes | heads).filter(required=True, round__state=Round.State.OPEN)
    rows = found.filter(round__asks__programme__in=keys).distinct()
    laid = [_laid(report, writes, heads, day=day) for report in rows]
    laid = [each for each in laid if each.waits or each.report.unit_id in own]
    return sorted(laid, key=lambda each: (not each.waits, each.report.due_on, each.report.pk))


def _at_or_below(account: Account, verb: Verb, roster: Roster) -> frozenset[int]:
    """The units at which the person holds the verb, those they answer for, and those below to which nobody who does
    their reports is nearer."""
    own = own_units(account, verb, roster.day)
    ours = followed(own, roster)
    below = roster.with_all_below(own) - ours
    if not below:
        return ours
    present = Present.on(roster.day, verb)
    return ours | {unit for unit in below if present.nearest(unit) in own}


def rounds_on_desk(account: Account, day: date, programmes: Iterable[Programme]) -> list[RoundOnDesk]:
    """Of the units at which the person takes reports and those they answer for, what waits first; four queries, and
    none for who has no such unit."""
    units = followed(own_units(account, Verb.TAKE_REPORTS, day), Roster.on(day))
    if not units:
        return []
    keys = [each.pk for each in programmes if each.is_running]
    found = rounds_with_asks().open().filter(coordinating_unit__in=units, asks__programme__in=keys).distinct()
    rounds = {each.pk: each for each in found}
    numbers = {
        "to_take": Count("pk", filter=Q(state=State.SENT)),
        "missing": Count("pk", filter=Q(required=True) & ~Q(state__in=(State.SENT, State.ACCEPTED))),
        "late": Count("pk", filter=Q(required=True, sent_on=None, due_on__lt=day)),
    }
    counts = Report.objects.filter(round__in=rounds).order_by().values_list("round").annotate(**numbers)
    laid = {key: RoundOnDesk(rounds[key], *each) for key, *each in counts}
    return sorted((laid.get(key, RoundOnDesk(each)) for key, each in rounds.items()), key=lambda each: not each.waits)


def _laid(report: Report, writes: frozenset[int], heads: frozenset[int], *, day: date) -> OnDesk:
    return OnDesk(
        report,
        to_write=report.unit_id in writes and report.may_be_written,
        to_approve=report.unit_id in heads and report.state == State.AT_HEAD,
        late=report.is_overdue(day),
    )
