"""Products and targets as a caller sends them: rows that stand, by their ids, and new ones."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, Self

from django.http import Http404
from pydantic import Field, model_validator

from tinhso.steering.programmes.editing.wanted import WantedProduct, WantedTarget
from tinhso.steering.programmes.models import Deliverable, Indicator, Target, Task
from tinhso.surfaces.api.shapes import Sent

_ID = "Dòng đang có; bỏ trống là dòng mới. A row that stands; left out, a new one."


class ProductSent(Sent):
    """A product of a task; without a day it is due with the task."""

    id: int | None = Field(None, description=_ID)
    text: str = Field(min_length=1, max_length=5_000)
    due_on: date | None = None
    before: bool = Field(default=False, description="“trước ngày …”")


class TargetSent(Sent):
    """A threshold."""

    id: int | None = Field(None, description=_ID)
    comparator: Target.Comparator = Target.Comparator.AT_LEAST
    value: Decimal = Field(max_digits=30, decimal_places=6)
    value_to: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    unit: str = Field("", max_length=100)
    level: Literal["", "province", "district", "commune"] = ""
    scope: str = Field("", max_length=500)
    from_on: date | None = None
    by_on: date | None = None
    each_year: bool = False

    @model_validator(mode="after")
    def in_their_order(self) -> Self:
        """The two ends of a range and the two days, as the database holds them."""
        if self.value_to is not None and self.value_to < self.value:
            raise ValueError("Mức cuối của khoảng không nhỏ hơn mức đầu.")
        if self.by_on and self.from_on and self.by_on < self.from_on:
            raise ValueError("Ngày phải đạt không trước ngày bắt đầu tính.")
        return self


def refuse_foreign(ids: Collection[int | None], known: Collection[int]) -> None:
    """A row of another item is none of this one: 404."""
    if not set(ids) - {None} <= set(known):
        raise Http404


def wanted_products(sent: Sequence[ProductSent], task: Task) -> list[WantedProduct]:
    """As the action takes them."""
    known = Deliverable.objects.current().filter(task=task).values_list("pk", flat=True)
    refuse_foreign([each.id for each in sent], known)
    return [
        WantedProduct(key=each.id, text=each.text, due_on=each.due_on, before=each.before and each.due_on is not None)
        for each in sent
    ]


def wanted_targets(sent: Sequence[TargetSent], indicator: Indicator) -> list[WantedTarget]:
    """As the action takes them."""
    known = Target.objects.current().filter(indicator=indicator).values_list("pk", flat=True)
    refuse_foreign([each.id for each in sent], known)
    return [WantedTarget(key=each.id, **each.dict(exclude={"id"})) for each in sent]
