"""What a person may correct of what the machine read: a task's or an indicator's own words and days."""

from datetime import date
from typing import Literal

from pydantic import Field

from tinhso.steering.programmes.editing.wanted import Wanted, WantedDeadline
from tinhso.surfaces.api.shapes import Sent


class DeadlineSent(Sent):
    """When it is due and how that is known; without a basis nothing is due."""

    basis: Literal["", "explicit", "event", "recurring", "open", "inferred"] = ""
    due_on: date | None = None
    before: bool = Field(default=False, description="“trước ngày …”")
    wording: str = Field("", max_length=2_000)


class TaskCorrection(Sent):
    """What is left out stays as it is."""

    text: str | None = Field(None, min_length=1, max_length=20_000)
    standing: bool | None = None
    deadline: DeadlineSent | None = None


class IndicatorCorrection(Sent):
    """What is left out stays as it is."""

    name: str | None = Field(None, min_length=1, max_length=2_000)
    text: str | None = Field(None, min_length=1, max_length=20_000)
    exclusions: str | None = Field(None, max_length=20_000)


def wanted_task(sent: TaskCorrection) -> Wanted:
    """As the action takes it."""
    deadline = WantedDeadline(**sent.deadline.dict()) if sent.deadline else None
    return Wanted(columns=_columns(sent, "text", "standing"), deadline=deadline)


def wanted_indicator(sent: IndicatorCorrection) -> Wanted:
    """As the action takes it."""
    return Wanted(columns=_columns(sent, "name", "text", "exclusions"))


def _columns(sent: Sent, *names: str) -> dict[str, object]:
    given = sent.dict(exclude_unset=True)
    return {name: given[name] for name in names if given.get(name) is not None}
