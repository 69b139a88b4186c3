"""What waits for a person, over all running programmes: to approve, to confirm, to decide, to answer, to do."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.models import Completion, Extension, PersonalWork, ProgressEntry, UnitRequest
from tinhso.steering.following.reach import followed, own_units, reach
from tinhso.steering.programmes.belonging import of_unit
from tinhso.steering.programmes.models import Assignment, Programme, Task
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet


@dataclass(frozen=True, slots=True)
class Desk:
    """A person on a day with the roster of that day; every list is a queryset."""

    account: Account
    day: date
    roster: Roster

    def led(self) -> QuerySet[Task]:
        """Tasks that the person's own units lead, open or not."""
        return self._running().filter(Exists(self._mine(Verb.REPORT, Assignment.Role.LEAD)))

    def helped(self) -> QuerySet[Task]:
        """Tasks in which the person's own units help."""
        return self._running().filter(Exists(self._mine(Verb.REPORT, Assignment.Role.COOPERATOR)))

    def to_approve(self) -> tuple[QuerySet[ProgressEntry], QuerySet[Extension], QuerySet[Completion]]:
        """What officers of the units that the person heads have written and he has not approved; nothing is asked for
        a person who heads none."""
        if not own_units(self.account, Verb.APPROVE_REPORT, self.day):
            return ProgressEntry.objects.none(), Extension.objects.none(), Completion.objects.none()
        headed = self._running().filter(Exists(self._mine(Verb.APPROVE_REPORT, Assignment.Role.LEAD)))
        others = ~Q(account=self.account) & Q(task__in=headed)
        return (
            ProgressEntry.objects.waiting_for_head().filter(others).select_related("task", "account", "in_name_of"),
            Extension.objects.for_head().filter(others).select_related("task", "account", "in_name_of"),
            Completion.objects.for_head().filter(others).select_related("task", "account", "in_name_of"),
        )

    def to_confirm(self) -> QuerySet[Completion]:
        """Claims of others that the person confirms, as each programme's settings say; no question for who confirms
        none."""
        held = standing(self.account, self.day)
        if not (held.may(Verb.CONFIRM) or held.may(Verb.APPROVE_REPORT)):
            return Completion.objects.none()
        watched = Assignment.objects.current().filter(task=OuterRef("task"), role=Assignment.Role.WATCHER)
        judged = reach(self.account, Verb.CONFIRM, self.day)
        by_head = Q(task__programme__confirmer=Programme.Confirmer.HEAD) & Q(
            Exists(self._mine(Verb.APPROVE_REPORT, Assignment.Role.LEAD, of="task"))
        )
        coordinated = Q(task__programme__coordinating_unit__in=judged)
        by_coordinator = coordinated & (
            Q(task__programme__confirmer=Programme.Confirmer.COORDINATOR)
            | (Q(task__programme__confirmer=Programme.Confirmer.WATCHER) & ~Exists(watched))
        )
        by_watcher = Q(task__programme__confirmer=Programme.Confirmer.WATCHER) & Exists(
            watched.filter(Q(unit__in=judged) | Q(post__unit__in=judged))
        )
        found = Completion.objects.unconfirmed().filter(task__programme__state=Programme.State.RUNNING)
        found = found.filter(by_head | by_coordinator | by_watcher).exclude(account=self.account)
        return found.select_related("task", "account", "in_name_of")

    def to_decide(self) -> QuerySet[Extension]:
        """Requests of others for more time on which the person decides."""
        found = Extension.objects.waiting().filter(task__programme__state=Programme.State.RUNNING)
        held = standing(self.account, self.day)
        if not (held.may(Verb.DECIDE) or held.may(Verb.CONFIRM)):
            return found.none()
        if not held.may(Verb.DECIDE):
            judged = reach(self.account, Verb.CONFIRM, self.day)
            watched = Assignment.objects.current().filter(task=OuterRef("task"), role=Assignment.Role.WATCHER)
            watched = watched.filter(Q(unit__in=judged) | Q(post__unit__in=judged))
            found = found.filter(Q(task__programme__coordinating_unit__in=judged) | Exists(watched))
        return found.exclude(account=self.account).select_related("task", "account", "in_name_of", "deliverable")

    def to_answer(self) -> QuerySet[UnitRequest]:
        """What other units asked of the person's own."""
        units = followed(own_units(self.account, Verb.REPORT, self.day), self.roster)
        found = UnitRequest.objects.waiting().asked_of(units)
        return found.filter(task__programme__state=Programme.State.RUNNING).select_related(
            "task", "account", "in_name_of"
        )

    def to_do(self) -> QuerySet[PersonalWork]:
        """Parts of tasks given to the person."""
        found = PersonalWork.objects.open().given_to(self.account)
        return found.filter(task__programme__state=Programme.State.RUNNING).select_related(
            "task", "account", "in_name_of"
        )

    def sent_back(self) -> QuerySet[ProgressEntry]:
        """Reports of the person that were returned, and those of people who have left his units."""
        serves = RoleAssignment.objects.granting(Verb.REPORT).valid_on(self.day).filter(account=OuterRef("account"))
        units = followed(own_units(self.account, Verb.REPORT, self.day), self.roster)
        left = Q(account__is_active=False) | ~Exists(serves)
        found = ProgressEntry.objects.to_say_anew().filter(Q(account=self.account) | Q(left, unit__in=units))
        running = found.filter(task__programme__state=Programme.State.RUNNING, task__completed_on__isnull=True)
        return running.select_related("task", "account", "in_name_of")

    def came_back(self) -> QuerySet[Task]:
        """Tasks of the person's units whose completion was returned and which nobody has said to be done since."""
        last = Completion.objects.filter(task=OuterRef("pk")).order_by("-pk").values("state")[:1]
        return self.led().annotate(last_claim=last).filter(last_claim=Completion.State.RETURNED)

    def team(self) -> QuerySet[PersonalWork]:
        """Open work that the person's own units have given to people."""
        units = own_units(self.account, Verb.REPORT, self.day)
        found = PersonalWork.objects.open().of_units(units) if units else PersonalWork.objects.none()
        return found.filter(task__programme__state=Programme.State.RUNNING).select_related("task", "person")

    def _running(self) -> QuerySet[Task]:
        found = Task.objects.current().filter(programme__state=Programme.State.RUNNING)
        return found.select_related("programme")

    def _mine(self, verb: Verb, role: Assignment.Role, *, of: str = "pk") -> AssignmentQuerySet:
        """The assignments that are those of the units at which the person himself holds the verb."""
        found = Assignment.objects.none()
        for unit in own_units(self.account, verb, self.day):
            found |= of_unit(unit, self.roster, role) if unit in self.roster.units else self._of_ended(unit, role)
        return found.filter(task=OuterRef(of))

    def _of_ended(self, unit: int, role: Assignment.Role) -> AssignmentQuerySet:
        """Those that ever named a unit that has ended, for whoever still holds a role there."""
        groups = {each.group for each in self.roster.memberships.of_unit.get(unit, ())}
        return Assignment.objects.current().in_roles(role).meaning(units=[unit], groups=groups)


def desk_of(account: Account, day: date) -> Desk:
    """The desk of a person on a day."""
    return Desk(account, day, Roster.on(day))
