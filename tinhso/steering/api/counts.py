"""Điều hành: how the tasks of a programme stand, by section and by unit, and which units are silent."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.following.silence import Quiet, quiet_units
from tinhso.steering.programmes.counts import SectionCount, UnitCount, by_section, by_unit
from tinhso.steering.programmes.filters import TaskFilter, tasks_of
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.api.examples import shown_as

router = Router()
_STATES = {"open_in_time": 3, "open_overdue": 1}
_SECTION = {"section": 12, "title": "II. Nhiệm vụ", "tasks": 4, "states": _STATES}
_UNIT = {"unit": "so-tttt", "name": "Sở Thông tin và Truyền thông", "tasks": 4, "through_group": 1, "states": _STATES}
_SILENT = {"unit": "so-tttt", "open_overdue": 1, "last_word": "2022-05-01T09:30:00+07:00"}


class SectionCounted(Schema):
    """The tasks of one section; null: outside every section."""

    model_config = shown_as(_SECTION)

    section: int | None
    title: str
    tasks: int
    states: dict[str, int]


class UnitCounted(Schema):
    """The tasks that a unit leads, by its own name or as one of a group."""

    model_config = shown_as(_UNIT)

    unit: str = Field(description="Khóa của đơn vị. The unit's key.")
    name: str
    tasks: int
    through_group: int = Field(description="Chỉ được giao qua nhóm. How many of them only a group's name gives it.")
    states: dict[str, int]


class UnitSilent(Schema):
    """A unit with open work that has said nothing for as long as the programme's settings say."""

    model_config = shown_as(_SILENT)

    unit: str
    open_overdue: int
    last_word: datetime | None = Field(description="null: chưa bao giờ báo gì. Never a word.")


class Counts(Schema):
    """As the board tells them on the day."""

    model_config = shown_as({"on": "2022-06-15", "sections": [_SECTION], "units": [_UNIT], "silent": [_SILENT]})

    on: date
    sections: list[SectionCounted] = Field(description="Theo thứ tự của văn bản. In the order of the plan.")
    units: list[UnitCounted] = Field(description="Nhiều việc nhất trước. The busiest first.")
    silent: list[UnitSilent] = Field(description="Đáng lo nhất trước. The worst first.")


@router.get("/{int:programme}/counts", response=Counts, url_name="counts", summary="Số nhiệm vụ theo mục, đơn vị")
def get_counts(request: HttpRequest, programme: int, asked: Query[DayQuery]) -> Counts:
    """How many tasks are in which state, by section and by who leads them; and who has been silent for too long."""
    found, day = seen_programme(request, programme), asked.day
    roster, tasks = Roster.on(max(day, found.starts_on)), tasks_of(found, TaskFilter(), day=day)
    units = by_unit(tasks, day, roster)
    return Counts(
        on=day,
        sections=[_section(each) for each in by_section(tasks, day)],
        units=[_unit(each, roster) for each in units],
        silent=[_silent(each) for each in quiet_units(found, units, roster, day=day)],
    )


def _section(each: SectionCount) -> SectionCounted:
    return SectionCounted(section=each.section, title=each.title, tasks=each.total, states=_states(each.states))


def _unit(each: UnitCount, roster: Roster) -> UnitCounted:
    return UnitCounted(
        unit=each.unit.unit.key,
        name=roster.called(each.unit),
        tasks=each.total,
        through_group=each.by_group,
        states=_states(each.states),
    )


def _silent(each: Quiet) -> UnitSilent:
    late = each.counted.states[TaskState.OPEN_OVERDUE]
    return UnitSilent(unit=each.counted.unit.unit.key, open_overdue=late, last_word=each.last_word)


def _states(states: dict[TaskState, int]) -> dict[str, int]:
    return {state.value: count for state, count in states.items()}
