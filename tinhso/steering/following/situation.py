"""How one task stands for one person: everything its page shows and offers, in a constant number of queries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from django.db.models import Prefetch, Q, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.record_event import awaits_event
from tinhso.steering.following.judging import Heads, confirming, deciding, heads_of, judging
from tinhso.steering.following.models import (
    Comment,
    Completion,
    Deed,
    Evidence,
    Extension,
    ExtensionDecision,
    PersonalWork,
    ProductRecord,
    ProgressEntry,
    UnitRequest,
)
from tinhso.steering.following.parts import Part, part_in
from tinhso.steering.following.reach import Right, is_own
from tinhso.steering.following.refusals import TaskWithdrawn
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.fetching import fetched_with
from tinhso.steering.programmes.models import Deadline, Deliverable, Task

Kind = Deed.Kind
#: What the deeds of a model begin as; a task in which nobody did such a thing is not asked for its rows.
KINDS: dict[type[Deed], frozenset[str]] = {
    ProgressEntry: frozenset({Kind.PROGRESS}),
    Completion: frozenset({Kind.COMPLETED}),
    Extension: frozenset({Kind.EXTENSION_ASKED}),
    ExtensionDecision: frozenset({Kind.EXTENSION_GRANTED, Kind.EXTENSION_REFUSED}),
    PersonalWork: frozenset({Kind.PERSON_GIVEN}),
    UnitRequest: frozenset({Kind.UNIT_ASKED}),
    Comment: frozenset({Kind.COMMENT}),
    ProductRecord: frozenset({Kind.PRODUCT_RECORDED}),
}
Done = TypeVar("Done", bound=Deed)


@dataclass(frozen=True)
class Situation:
    """The task with what people have done about it, and the person's part in it."""

    task: Task
    account: Account
    day: date
    part: Part

    @property
    def is_open_to_work(self) -> bool:
        """Whether anything at all may be written about the task."""
        return self.task.withdrawn_at is None and self.task.programme.is_running

    def refuse_closed(self) -> None:
        """Raises ProgrammeClosed, TaskWithdrawn."""
        require_running(self.task.programme)
        if self.task.withdrawn_at is not None:
            raise TaskWithdrawn

    @cached_property
    def deeds(self) -> list[Deed]:
        """Everything, the oldest first, with people and evidence: two queries, none where nobody did anything."""
        if not self.kinds:
            return []
        proofs = Evidence.objects.select_related("file", "document", "document__file").order_by("pk")
        rows = with_people(Deed.objects.about_task(self.task))
        return list(rows.prefetch_related(Prefetch("evidence", proofs)))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What has been done at all; one query that reads no deed."""
        return frozenset(Deed.objects.filter(task=self.task).order_by().values_list("kind", flat=True).distinct())

    @cached_property
    def progress(self) -> list[ProgressEntry]:
        """All entries, the newest first."""
        return self._done(ProgressEntry, "-day", "-pk")

    @property
    def entries(self) -> list[ProgressEntry]:
        """Progress, the newest first, what was corrected left out."""
        corrected = {entry.about_id for entry in self.progress if not entry.is_returned}
        return [entry for entry in self.progress if entry.pk not in corrected]

    @cached_property
    def to_say_anew(self) -> list[tuple[ProgressEntry, Deed]]:
        """Entries returned since when their unit has said nothing more, each with its return."""
        returns = {deed.about_id: deed for deed in self.deeds if deed.kind == Deed.Kind.PROGRESS_RETURNED}
        last: dict[int | None, datetime] = {}
        for entry in self.progress:
            last[entry.unit_id] = max(entry.recorded_at, last.get(entry.unit_id, entry.recorded_at))
        open_ones = (each for each in self.progress if each.returned_at and last[each.unit_id] <= each.returned_at)
        return [(entry, returns[entry.pk]) for entry in open_ones]

    @cached_property
    def heads(self) -> Heads:
        """Unit that leads → who approves for it; asked only of whoever approves or watches."""
        return heads_of(self.task, self.day) if self.part.judges or self.part.heads else {}

    def may_judge(self, deed: Deed) -> bool:
        """Whether the person may approve what a unit said, or send it back."""
        return bool(judging(self.part, deed, self.heads)[0])

    def is_mine_to_judge(self, deed: Deed) -> bool:
        """Whether he may, and it is not his own."""
        return self._is_mine(deed, judging(self.part, deed, self.heads))

    def is_mine_to_confirm(self, claim: Completion) -> bool:
        """Whether the person confirms that the task is done, which is not his own claim."""
        return self._is_mine(claim, confirming(self.part, self.task))

    def is_mine_to_decide(self, extension: Extension) -> bool:
        """Whether the person decides on more time, which he did not ask for himself."""
        may = bool(self.part.judges) or self.part.decides
        return may and not is_own(extension, self.account, deciding(self.part), day=self.day)

    def _is_mine(self, deed: Deed, right: Right) -> bool:
        return bool(right.through) and not is_own(deed, self.account, right, day=self.day)

    @cached_property
    def completions(self) -> list[Completion]:
        """Claims, the newest first."""
        return self._done(Completion, "-pk")

    @property
    def completion(self) -> Completion | None:
        """The claim that stands; none while the task is open."""
        last = next(iter(self.completions), None)
        return last if last and last.state in Completion.CURRENT else None

    @property
    def returned(self) -> Deed | None:
        """Why the last claim was returned, while it is the last word."""
        last = next(iter(self.completions), None)
        kinds = (Deed.Kind.COMPLETION_RETURNED, Deed.Kind.REOPENED)
        if last is None or last.state in Completion.CURRENT:
            return None
        return next((deed for deed in reversed(self.deeds) if deed.about_id == last.pk and deed.kind in kinds), None)

    @cached_property
    def extensions(self) -> list[Extension]:
        """Requests for more time, the newest first."""
        return self._done(Extension, "-pk", joined=("deliverable",))

    @cached_property
    def decisions(self) -> dict[int, ExtensionDecision]:
        """Request → what was decided on it."""
        return {row.about_id: row for row in self._done(ExtensionDecision, "recorded_at", "pk") if row.about_id}

    @cached_property
    def works(self) -> list[PersonalWork]:
        """Parts given to persons, open ones first."""
        rows = self._done(PersonalWork, "pk", joined=("person",))
        return sorted(rows, key=lambda work: work.state not in PersonalWork.OPEN)

    @cached_property
    def requests(self) -> list[UnitRequest]:
        """What was asked of units, waiting ones first."""
        rows = self._done(UnitRequest, "due_on", "pk")
        return sorted(rows, key=lambda request: request.state != UnitRequest.State.WAITING)

    @cached_property
    def comments(self) -> list[Comment]:
        """The discussion, the oldest first."""
        return self._done(Comment, "recorded_at", "pk")

    @cached_property
    def deliverables(self) -> list[Deliverable]:
        """The products that the plan names."""
        return [each for each in self.task.deliverables.all() if each.withdrawn_at is None]

    @cached_property
    def all_records(self) -> list[ProductRecord]:
        """Products recorded, also those taken back."""
        return self._done(ProductRecord, "recorded_at", "pk", joined=("deliverable",))

    @property
    def records(self) -> dict[int, ProductRecord]:
        """Product → its record, where it is in."""
        return {row.deliverable_id: row for row in self.all_records if row.taken_back_at is None}

    @property
    def missing(self) -> Sequence[Deliverable]:
        """The products that are not in."""
        return [each for each in self.deliverables if each.pk not in self.records]

    @cached_property
    def deadlines(self) -> list[Deadline]:
        """The deadlines in force of the task and its products, the task's first."""
        found = self._deadlines()
        return sorted(found, key=lambda each: (each.task_id is None, each.position, each.pk))

    def _deadlines(self) -> list[Deadline]:
        """Those fetched with the task and its products where they were, else one query."""
        if fetched_with(self.task, "deadlines"):
            of_products = (each for product in self.deliverables for each in product.deadlines.all())
            return [each for each in (*self.task.deadlines.all(), *of_products) if each.is_in_force]
        of_task = Q(task=self.task) | Q(deliverable__in=self.deliverables)
        return list(Deadline.objects.in_force().filter(of_task).select_related("deliverable"))

    def _done(self, model: type[Done], *order: str, joined: tuple[str, ...] = ()) -> list[Done]:
        """With the people; where nobody did such a thing the query is not even written."""
        if self.kinds.isdisjoint(KINDS[model]):
            return []
        found: QuerySet[Done] = QuerySet(model).filter(task=self.task).order_by(*order)
        found = found.select_related(*joined) if joined else found
        return list(self._peopled(found) if "deeds" in self.__dict__ else with_people(found))

    def _peopled(self, rows: Iterable[Done]) -> Iterator[Done]:
        """With the people of the deeds, which have been read."""
        known = {deed.pk: deed for deed in self.deeds}
        for row in rows:
            deed = known.get(row.pk)
            if deed is not None:
                row.account, row.in_name_of = deed.account, deed.in_name_of
            yield row

    @property
    def awaited(self) -> list[Deadline]:
        """The deadlines that wait for an event."""
        return [each for each in self.deadlines if awaits_event(each)]


def with_people(deeds: QuerySet[Done]) -> QuerySet[Done]:
    """With who did them and in whose name, of whom only the name is read."""
    own = (field.name for field in deeds.model._meta.concrete_fields)
    people = deeds.select_related("account", "in_name_of")
    return people.only(*own, "account__display_name", "in_name_of__display_name")


def situation(task: Task, account: Account, day: date) -> Situation:
    """``task`` with its programme at hand."""
    return Situation(task, account, day, part_in(task, account, day))
