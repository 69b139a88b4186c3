"""What a person may correct of what the machine read: a task or an indicator with its parts."""

from datetime import date
from typing import Literal

from pydantic import Field

from tinhso.steering.api.owners import OwnerSent, wanted_owners
from tinhso.steering.api.parts import ProductSent, TargetSent, wanted_products, wanted_targets
from tinhso.steering.programmes.editing.wanted import Wanted, WantedDeadline
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.surfaces.api.shapes import Sent


class DeadlineSent(Sent):
    """When it is due and how that is known; without a basis nothing is due."""

    basis: Literal["", "explicit", "event", "recurring", "open", "inferred"] = ""
    due_on: date | None = None
    before: bool = Field(default=False, description="“trước ngày …”")
    wording: str = Field("", max_length=2_000)


_WHOLE = "Cả danh sách: dòng không có trong đó thì bị bỏ. The whole list: what it lacks is withdrawn."


class TaskCorrection(Sent):
    """What is left out stays as it is; a list of parts is the whole list."""

    text: str | None = Field(None, min_length=1, max_length=20_000)
    standing: bool | None = None
    deadline: DeadlineSent | None = None
    products: list[ProductSent] | None = Field(None, max_length=100, description=_WHOLE)
    owners: list[OwnerSent] | None = Field(None, max_length=100, description=_WHOLE)


class IndicatorCorrection(Sent):
    """What is left out stays as it is; a list of parts is the whole list."""

    name: str | None = Field(None, min_length=1, max_length=2_000)
    text: str | None = Field(None, min_length=1, max_length=20_000)
    exclusions: str | None = Field(None, max_length=20_000)
    targets: list[TargetSent] | None = Field(None, max_length=60, description=_WHOLE)
    owners: list[OwnerSent] | None = Field(None, max_length=100, description=_WHOLE)


def wanted_task(sent: TaskCorrection, task: Task) -> Wanted:
    """As the action takes it."""
    return Wanted(
        columns=_columns(sent, "text", "standing"),
        deadline=WantedDeadline(**sent.deadline.dict()) if sent.deadline else None,
        products=None if sent.products is None else wanted_products(sent.products, task),
        owners=None if sent.owners is None else wanted_owners(sent.owners, task),
    )


def wanted_indicator(sent: IndicatorCorrection, indicator: Indicator) -> Wanted:
    """As the action takes it."""
    return Wanted(
        columns=_columns(sent, "name", "text", "exclusions"),
        targets=None if sent.targets is None else wanted_targets(sent.targets, indicator),
        owners=None if sent.owners is None else wanted_owners(sent.owners, indicator),
    )


def _columns(sent: Sent, *names: str) -> dict[str, object]:
    given = sent.dict(exclude_unset=True)
    return {name: given[name] for name in names if given.get(name) is not None}
