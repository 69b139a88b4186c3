"""Tasks by what an officer asks for: state on a day, section, unit, due days, words."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from tinhso.lib.text import search_terms
from tinhso.steering.programmes.models.items import ItemQuerySet
from tinhso.steering.programmes.states import TaskState, in_state

if TYPE_CHECKING:
    from tinhso.steering.programmes.models.assignments import Assignment
    from tinhso.steering.programmes.models.tasks import Task


class TaskQuerySet(ItemQuerySet["Task"]):
    """Tasks by what an officer asks for. Every method is one condition of one SQL."""

    model: "type[Task]"

    def in_state(self, state: TaskState, day: date) -> Self:
        """Those that stand so on the day."""
        return self.filter(in_state(state, day))

    def in_states(self, states: Collection[TaskState], day: date) -> Self:
        """Those that stand in one of the ways on the day."""
        wanted = Q(pk__in=())
        for state in states:
            wanted |= in_state(state, day)
        return self.filter(wanted)

    def leaves(self) -> Self:
        """Those that no other task is part of."""
        return self.filter(~Exists(self.model.objects.current().filter(parent=OuterRef("pk"))))

    def in_section(self, section: int) -> Self:
        """Those of one section of the plan, by its heading's key."""
        return self.filter(section=section)

    def with_any(self, assignments: "QuerySet[Assignment]") -> Self:
        """Those that one of these is about, for example ``Assignment.objects.current().in_roles("lead")``."""
        return self.filter(Exists(assignments.filter(task=OuterRef("pk"))))

    def with_none(self, assignments: "QuerySet[Assignment]") -> Self:
        """Those that none of these assignments is about."""
        return self.filter(~Exists(assignments.filter(task=OuterRef("pk"))))

    def due_between(self, first: date | None, last: date | None) -> Self:
        """Those due in the days named, the ends included."""
        found = self.filter(due_on__gte=first) if first else self
        return found.filter(due_on__lte=last) if last else found

    def with_basis(self, basis: str) -> Self:
        """Those whose day was obtained so (Deadline.Basis)."""
        return self.filter(due_basis=basis)

    def matching(self, query: str) -> Self:
        """Those whose code, words or owners hold every word, diacritics or not."""
        found = self
        for term in search_terms(query):
            found = found.filter(folded__contains=term)
        return found

    def open_on(self, day: date) -> Self:
        """Those not done by the end of that day; standing duties are not among them."""
        return self.filter(Q(completed_on__isnull=True) | Q(completed_on__gt=day), standing=False)

    def next_due(self, day: date) -> Self:
        """What is open and due from that day on, the nearest first; what the plan dates before what is inferred."""
        inferred_last = F("due_basis").asc()
        return self.open_on(day).filter(due_on__gte=day).order_by("due_on", inferred_last, "position", "pk")

    def in_order_of(self, order: str) -> Self:
        """Sorted by one of ORDERS; tasks without a day stand last either way."""
        return self.order_by(*ORDERS[order], "position", "pk")


#: What a list of tasks may be sorted by.
ORDERS = {
    "position": (F("position").asc(),),
    "-position": (F("position").desc(),),
    "due": (F("due_on").asc(nulls_last=True),),
    "-due": (F("due_on").desc(nulls_last=True),),
    "text": (F("sort_key").asc(),),
    "-text": (F("sort_key").desc(),),
}
