"""What waits for a person, over all running programmes: to approve, to confirm, to decide, to answer, to do."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.edition import ORGANISATIONS, kept_for
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.judging import concerned, has_head, heads_of_each
from tinhso.steering.following.models import Completion, Deed, Extension, PersonalWork, ProgressEntry, UnitRequest
from tinhso.steering.following.reach import followed, own_units, reach
from tinhso.steering.following.serving import serving
from tinhso.steering.following.situation import Situation, situation
from tinhso.steering.programmes.belonging import of_unit
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Assignment, Programme
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet

Done = TypeVar("Done", bound=Deed)


class Led(NamedTuple):
    """A task that the person's units lead, with what decides where it stands among theirs."""

    task: int
    due_on: date | None
    position: int
    standing: bool
    completed_on: date | None


@dataclass(frozen=True)
class Desk:
    """A person on a day, with the roster of that day and the running programmes in their order.

    The lists hold rows of their own table alone and in no order: the page gives all of them their tasks and people
    at once. Nothing is asked of the database where the person's roles already say that nothing can be there.
    """

    account: Account
    day: date
    roster: Roster
    programmes: Mapping[int, Programme]

    @cached_property
    def led(self) -> list[Led]:
        """Tasks that the person's own units lead, open or not, each once."""
        return self._led(own_units(self.account, Verb.REPORT, self.day))

    def to_approve(self) -> tuple[list[ProgressEntry], list[Extension], list[Completion]]:
        """What officers of the units that the person heads have written and he has not approved; where such a unit has
        no head, those who watch."""
        wanted = Q(task__in=self._headed)
        watched = [each.pk for each in self.programmes.values() if each.head_approves] if self._watches else []
        if watched:
            wanted |= Q(task__programme__in=watched) & self._watched
        if not (self._headed or watched):
            return [], [], []
        wanted &= ~Q(account=self.account)
        entries = list(ProgressEntry.objects.waiting_for_head().filter(wanted).order_by())
        extensions = list(Extension.objects.for_head().filter(wanted).order_by())
        claims = list(Completion.objects.for_head().filter(wanted).order_by())
        judged = self._judged_among([*entries, *extensions, *claims])
        mine = Situation.is_mine_to_judge
        return (
            self._foreign([each for each in entries if each.pk in judged], mine),
            self._foreign([each for each in extensions if each.pk in judged], mine),
            self._foreign([each for each in claims if each.pk in judged], mine),
        )

    def to_confirm(self) -> list[Completion]:
        """Claims of others that the person confirms, as each programme's settings say."""
        if not (self._watches or self._headed):
            return []
        wanted = Q(task__programme__confirmer=Programme.Confirmer.HEAD, task__in=self._headed)
        if self._watches:
            wanted |= self._confirmed()
        found = Completion.objects.unconfirmed().filter(wanted, task__programme__in=self.programmes)
        return self._foreign(found.exclude(account=self.account).order_by(), Situation.is_mine_to_confirm)

    def to_decide(self) -> list[Extension]:
        """Requests of others for more time on which the person decides."""
        held = standing(self.account, self.day)
        if not (held.may(Verb.DECIDE) or held.may(Verb.CONFIRM)):
            return []
        found = Extension.objects.waiting().filter(task__programme__in=self.programmes)
        if not held.may(Verb.DECIDE):
            found = found.filter(self._watched)
        return self._foreign(found.exclude(account=self.account).order_by(), Situation.is_mine_to_decide)

    def to_answer(self) -> list[UnitRequest]:
        """What other units asked of the person's own."""
        if not self._units:
            return []
        found = UnitRequest.objects.waiting().asked_of(self._units)
        return list(found.filter(task__programme__in=self.programmes).order_by())

    def to_do(self) -> list[PersonalWork]:
        """Parts of tasks given to the person."""
        return [work for work in self._given if work.person_id == self.account.pk]

    def sent_back(self) -> list[ProgressEntry]:
        """Reports of the person that were returned, and those of people who have left his units; each with the
        ``reason``."""
        whose = Q(account=self.account) | Q(unit__in=self._units) if self._units else Q(account=self.account)
        found = ProgressEntry.objects.to_say_anew().filter(whose, task__completed_on__isnull=True)
        rows = list(found.filter(task__programme__in=self.programmes).order_by())
        others = {entry.account_id for entry in rows} - {self.account.pk}
        staying = serving(others, self.day) - {self.account.pk}
        return _with_reasons([entry for entry in rows if entry.account_id not in staying])

    def came_back(self) -> list[int]:
        """Tasks of the person's units whose completion was returned and which nobody has said to be done since."""
        if not self.led:
            return []
        claims = Completion.objects.filter(task__in=[each.task for each in self.led]).order_by("pk")
        last = dict(claims.values_list("task", "state"))
        return [task for task, state in last.items() if state == Completion.State.RETURNED]

    def team(self) -> list[PersonalWork]:
        """Open work that the person's own units have given to people."""
        units = own_units(self.account, Verb.REPORT, self.day)
        return [work for work in self._given if work.unit_id in units]

    @cached_property
    def _given(self) -> list[PersonalWork]:
        """Open work that the person was given, or that his units gave."""
        units = own_units(self.account, Verb.REPORT, self.day)
        mine = Q(person=self.account) | Q(unit__in=units) if units else Q(person=self.account)
        return list(PersonalWork.objects.open().filter(mine, task__programme__in=self.programmes).order_by())

    @cached_property
    def _units(self) -> frozenset[int]:
        """The person's own units and those whose open work they follow."""
        return followed(own_units(self.account, Verb.REPORT, self.day), self.roster)

    @cached_property
    def _headed(self) -> list[int]:
        """The tasks that the units lead which the person heads."""
        units = own_units(self.account, Verb.APPROVE_REPORT, self.day)
        same = units == own_units(self.account, Verb.REPORT, self.day)
        return [each.task for each in (self.led if same else self._led(units))]

    @cached_property
    def _watches(self) -> bool:
        """Whether the person watches anything at all."""
        return standing(self.account, self.day).may(Verb.CONFIRM)

    @cached_property
    def _watched(self) -> Q:
        """The deeds about tasks that the person watches, or coordinates."""
        return Q(task__programme__coordinating_unit__in=self._judges) | self._by_watcher

    @cached_property
    def _judges(self) -> frozenset[int]:
        return reach(self.account, Verb.CONFIRM, self.day)

    @property
    def _by_watcher(self) -> Q:
        return Q(Exists(_watched().filter(Q(unit__in=self._judges) | Q(post__unit__in=self._judges))))

    def _confirmed(self) -> Q:
        """The claims that he confirms as the one who watches, or coordinates where nobody watches."""
        coordinated = Q(task__programme__coordinating_unit__in=self._judges) & (
            Q(task__programme__confirmer=Programme.Confirmer.COORDINATOR)
            | (Q(task__programme__confirmer=Programme.Confirmer.WATCHER) & ~Exists(_watched()))
        )
        return coordinated | (Q(task__programme__confirmer=Programme.Confirmer.WATCHER) & self._by_watcher)

    def _foreign(self, deeds: Iterable[Done], is_mine: Callable[[Situation, Done], bool]) -> list[Done]:
        """Without what was done in his name. What those did for whom he acts he may have by a right of his own: each
        such thing is asked about by itself, which few people meet and seldom."""
        givers = {each.held.account_id for each in standing(self.account, self.day).lent}
        foreign = [deed for deed in deeds if self.account.pk not in deed.makers]
        return [deed for deed in foreign if givers.isdisjoint(deed.makers) or is_mine(self._at(deed), deed)]

    def _at(self, deed: Deed) -> Situation:
        return situation(deed.task, self.account, self.day)

    def _judged_among(self, deeds: list[Deed]) -> set[int]:
        """The keys of those that the person judges. What his own unit wrote is his without a question; of a task that
        others lead as well, or that he only watches, is asked who heads the unit that wrote: three queries for all."""
        mine = followed(own_units(self.account, Verb.APPROVE_REPORT, self.day), self.roster)
        found = {deed.pk for deed in deeds if deed.unit_id in mine and deed.task_id in self._headed}
        unclear = [deed for deed in deeds if deed.pk not in found]
        if not unclear:
            return found
        heads = heads_of_each({deed.task_id for deed in unclear}, self.day)
        watched = self._among_watched(unclear)
        for deed in unclear:
            of_task = heads.get(deed.task_id, {})
            if mine & concerned(deed, of_task) or (deed.pk in watched and not has_head(deed, of_task)):
                found.add(deed.pk)
        return found

    def _among_watched(self, deeds: list[Deed]) -> set[int]:
        if not self._watches:
            return set()
        found = Deed.objects.filter(self._watched, pk__in=[deed.pk for deed in deeds]).order_by()
        return set(found.values_list("pk", flat=True))

    def _led(self, units: tuple[int, ...]) -> list[Led]:
        return _led(units, self.day, frozenset(self.programmes)) if units else []


def desk_of(account: Account, day: date, programmes: Iterable[Programme]) -> Desk:
    """The desk of a person on a day, who sees these programmes; only what runs waits for anybody."""
    return Desk(account, day, Roster.on(day), {each.pk: each for each in programmes if each.is_running})


@kept_for(PROGRAMMES, ORGANISATIONS, most=1_000)
def _led(units: Sequence[int], day: date, programmes: Collection[int]) -> list[Led]:
    """The present tasks that the units lead in these programmes; shared, nobody may change the list."""
    roster, found = Roster.on(day), Assignment.objects.none()
    for unit in units:
        found |= _of(unit, roster)
    found = found.filter(task__withdrawn_at__isnull=True, task__programme__in=programmes).order_by()
    columns = ("task", "task__due_on", "task__position", "task__standing", "task__completed_on")
    return [Led(*row) for row in dict.fromkeys(found.values_list(*columns))]


def _of(unit: int, roster: Roster) -> AssignmentQuerySet:
    """What the unit leads; of one that has ended, for whoever still holds a role there, what ever named it."""
    if unit in roster.units:
        return of_unit(unit, roster, Assignment.Role.LEAD)
    groups = {each.group for each in roster.memberships.of_unit.get(unit, ())}
    return Assignment.objects.current().in_roles(Assignment.Role.LEAD).meaning(units=[unit], groups=groups)


def _watched() -> QuerySet[Assignment]:
    """The assignments by which somebody watches the task of a deed."""
    return Assignment.objects.current().filter(task=OuterRef("task"), role=Assignment.Role.WATCHER)


def _with_reasons(entries: list[ProgressEntry]) -> list[ProgressEntry]:
    if entries:
        returns = Deed.objects.filter(about__in=entries, kind=Deed.Kind.PROGRESS_RETURNED).order_by("pk")
        reasons = dict(returns.values_list("about", "note"))
        for entry in entries:
            entry.reason = reasons.get(entry.pk, "")
    return entries
