"""The doors of the review: items accepted, corrected, split, merged, dropped, taken back."""

from collections.abc import Mapping

from tests.doors.world import Make, Sent, World
from tinhso.steering.pages.review.forms.item_forms import ItemForms
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.models import Task


def _of(world: World, code: str = "II.1") -> tuple[Task, str]:
    task = world.task(code)
    return task, f"task-{task.pk}"


def _item(world: World, **form: object) -> Sent:
    task, name = _of(world)
    return Sent(keys={"reviewed": name}, form={"version": task.version, **form})


def _correct(world: World) -> Sent:
    task, name = _of(world)
    forms = ItemForms(task, task.programme)
    managing = {field.html_name: field.value() for each in forms.sets for field in each.management_form}
    typed = {key: value for key, value in {**forms.values(), **managing}.items() if value not in (None, False, [])}
    return Sent(keys={"reviewed": name}, form={**typed, "text": "Ban hành Quy chế", "version": task.version})


def _merge(world: World) -> Sent:
    first, second = _of(world), _of(world, "II.3")
    versions = {f"version-{name}": task.version for task, name in (first, second)}
    return Sent(form={"muc": [first[1], second[1]], "words": "Một việc", **versions})


def _restore(world: World) -> Sent:
    task, name = _of(world)
    drop(task, "Trùng", by=world.people["coordinator"], version=task.version)
    return Sent(keys={"reviewed": name}, form={"version": world.task().version})


def _add(world: World) -> Sent:
    # The words of the duty are no item of another kind yet.
    return Sent(form={"words": "Các sở, ngành báo cáo kết quả", "kind": "task"})


SENT: Mapping[str, Make] = {
    "POST review:accept": _item,
    "POST review:accept_many": lambda _world: Sent(form={"pham_vi": "tat-ca"}),
    "POST review:item": _correct,
    "POST review:split": lambda world: _item(world, words="quản lý"),
    "POST review:merge": _merge,
    "POST review:drop": lambda world: _item(world, why="Trùng với mục khác"),
    "POST review:restore": _restore,
    "POST review:add": _add,
}
