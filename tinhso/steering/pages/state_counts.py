"""Tasks counted by state, each number with the address of the list it counts."""

from collections.abc import Mapping

from django.http import QueryDict

from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.task_rows import TONES
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.web.shell.marks import Part


def state_parts(counts: Mapping[TaskState, int], query: QueryDict, about: Asked) -> list[Part]:
    """One part for each state, none left out; the link keeps what the list is narrowed to already."""
    return [Part(state.label, count, TONES[state], _address(state, query, about)) for state, count in counts.items()]


def _address(state: TaskState, query: QueryDict, about: Asked) -> str:
    kept = {name: values for name, values in query.lists() if name not in ("tinh_trang", "page", "ngay")}
    return about.link("tasks", **{**kept, "tinh_trang": state.value, "ngay": about.day.isoformat()})
