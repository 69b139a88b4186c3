"""Who judges what a unit said of its task: the head of that unit; where no head but the writer is, who watches."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.models import Deed, Notice
from tinhso.steering.following.parts import Part, Units, leads_entitled, units_entitled, watching_units
from tinhso.steering.following.reach import Right, with_those_above
from tinhso.steering.following.telling import tell_units
from tinhso.steering.programmes.models import Assignment, Programme, Task

#: Whose it is, as refusals say.
JUDGES = "thủ trưởng đơn vị đã gửi"


@dataclass(frozen=True, slots=True)
class Heading:
    """Who approves for a unit that leads: the units from which one may (it, who answers for it, those above them), and
    the accounts that do."""

    over: Units
    accounts: frozenset[int]


#: Unit that leads → who approves for it.
Heads = Mapping[int, Heading]


def heads_of(task: Task, day: date) -> Heads:
    """Of one task; two queries."""
    return _headings(units_entitled(task, day)[Assignment.Role.LEAD], day)


def heads_of_each(tasks: Collection[int], day: date) -> Mapping[int, Heads]:
    """Of several tasks at once, those without a lead left out; two queries."""
    leads = leads_entitled(tasks, day)
    found = _headings(frozenset().union(*leads.values()), day)
    return {task: {lead: found[lead] for lead in units} for task, units in leads.items()}


def concerned(deed: Deed, heads: Heads) -> Units:
    """The units whose heads judge a deed: that which leads and made it, or for which its maker's unit answers; all that
    lead where a unit that helps made it."""
    itself = frozenset({deed.unit_id or 0}).intersection(heads)
    following = frozenset(lead for lead, heading in heads.items() if deed.unit_id in heading.over)
    return itself or following or frozenset(heads)


def has_head(deed: Deed, heads: Heads) -> bool:
    """Whether somebody who did not make the deed heads a unit concerned."""
    return bool(frozenset().union(*(heads[lead].accounts for lead in concerned(deed, heads))) - deed.makers)


def judging(part: Part, deed: Deed, heads: Heads) -> Right:
    """The units through which the person judges the deed, by which right; none where he does not."""
    mine = part.heads & concerned(deed, heads)
    by_head = mine or has_head(deed, heads)
    return Right(mine, Verb.APPROVE_REPORT) if by_head else Right(part.judges, Verb.CONFIRM)


def confirming(part: Part, task: Task) -> Right:
    """The units through which the person confirms that it is done, by which right, as the settings say."""
    by_head = task.programme.confirmer == Programme.Confirmer.HEAD
    return Right(part.confirms, Verb.APPROVE_REPORT if by_head else Verb.CONFIRM)


def deciding(part: Part) -> Right:
    """The units through which the person decides on more time, by which right: the chair's where he has it, who then
    needs no paper."""
    return Right(part.judges, Verb.DECIDE if part.decides else Verb.CONFIRM)


def ask_to_judge(deed: Deed, words: str, day: date) -> None:
    """Tell whoever judges the deed that it waits."""
    heads = heads_of(deed.task, day)
    if has_head(deed, heads):
        tell_units(deed, concerned(deed, heads), words, verb=Verb.APPROVE_REPORT, kind=Notice.Kind.ASKED)
    else:
        tell_units(deed, watching_units(deed.task, day), words, verb=Verb.CONFIRM, kind=Notice.Kind.ASKED)


def _headings(leads: Units, day: date) -> dict[int, Heading]:
    roster, held = Roster.on(day), RoleAssignment.objects.granting(Verb.APPROVE_REPORT).valid_on(day)
    over = {lead: _over(lead, roster) for lead in leads}
    everywhere: Units = frozenset().union(*over.values())
    found = list(held.filter(account__is_active=True, unit__in=everywhere).values_list("account", "unit"))
    return {
        lead: Heading(units, frozenset(account for account, unit in found if unit in units))
        for lead, units in over.items()
    }


def _over(lead: int, roster: Roster) -> Units:
    answering = {span.unit for span in roster.answering.answerers(lead, roster.day)}
    return frozenset().union(*(with_those_above(each, roster) for each in {lead} | answering))
