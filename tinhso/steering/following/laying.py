"""What lies on a person's desk, laid out: each deed with its task and its people, in the order of the programmes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import Completion, Deed, Extension, PersonalWork, ProgressEntry, UnitRequest
from tinhso.steering.following.waiting import Desk
from tinhso.steering.programmes.fetching import tasks_by_key
from tinhso.steering.programmes.models import Task

Lying = TypeVar("Lying", bound=Deed)


@dataclass(frozen=True, slots=True)
class Laid:
    """The lists of a desk, and the tasks by their keys."""

    tasks: Mapping[int, Task]
    entries: list[ProgressEntry]
    extensions: list[Extension]
    claims: list[Completion]
    to_confirm: list[Completion]
    to_decide: list[Extension]
    to_answer: list[UnitRequest]
    sent_back: list[ProgressEntry]
    came_back: list[Task]
    to_do: list[PersonalWork]
    team: list[PersonalWork]


@dataclass(frozen=True, slots=True)
class _Order:
    """Programme by programme as the desk has them, then as the document goes, then by time."""

    programmes: Mapping[int, int]

    def of_task(self, task: Task) -> tuple[int, int, int]:
        return self.programmes[task.programme_id], task.position, task.pk

    def of_deed(self, deed: Deed) -> tuple[tuple[int, int, int], datetime, int]:
        return self.of_task(deed.task), deed.recorded_at, deed.pk

    def lay(self, deeds: list[Lying]) -> list[Lying]:
        return sorted(deeds, key=self.of_deed)


def laid_out(desk: Desk, shown: Collection[int]) -> Laid:
    """Everything on the desk, and the tasks ``shown`` beside; one query for the people, three for tasks not kept."""
    entries, extensions, claims = desk.to_approve()
    confirm, decide, answer = desk.to_confirm(), desk.to_decide(), desk.to_answer()
    back, do, team, returned = desk.sent_back(), desk.to_do(), desk.team(), desk.came_back()
    deeds = [*entries, *extensions, *claims, *confirm, *decide, *answer, *back, *do, *team]
    tasks = _dressed(deeds, {*shown, *returned})
    order = _Order({programme: place for place, programme in enumerate(desk.programmes)})
    return Laid(
        tasks=tasks,
        entries=order.lay(entries),
        extensions=order.lay(extensions),
        claims=order.lay(claims),
        to_confirm=order.lay(confirm),
        to_decide=order.lay(decide),
        to_answer=order.lay(answer),
        sent_back=order.lay(back),
        came_back=sorted((tasks[key] for key in returned), key=order.of_task),
        to_do=order.lay(do),
        team=order.lay(team),
    )


def _dressed(deeds: Collection[Deed], further: Collection[int]) -> dict[int, Task]:
    """Each deed gets its task and its people; what comes back are these tasks and the ``further`` ones."""
    tasks, people = tasks_by_key({*further, *(deed.task_id for deed in deeds)}), _people(deeds)
    for deed in deeds:
        deed.task, deed.account = tasks[deed.task_id], people[deed.account_id]
        if deed.in_name_of_id:
            deed.in_name_of = people[deed.in_name_of_id]
        if isinstance(deed, PersonalWork):
            deed.person = people[deed.person_id]
    return tasks


def _people(deeds: Iterable[Deed]) -> dict[int, Account]:
    """Everybody whom one of these names: their names are all that is fetched of them."""
    keys = {deed.account_id for deed in deeds} | {deed.in_name_of_id for deed in deeds if deed.in_name_of_id}
    keys |= {work.person_id for work in deeds if isinstance(work, PersonalWork)}
    if not keys:
        return {}
    return {each.pk: each for each in Account.objects.filter(pk__in=keys).order_by().only("display_name", "username")}
