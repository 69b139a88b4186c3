"""Hai nguồn, một kỳ: the cells for which two sources say something; keeping one of the figures."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from tinhso.kernel.accounts.standing import person
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.api.values import ValueShown, WithdrawalSent, seen_value, shown_value
from tinhso.steering.figures.actions.keep import keep
from tinhso.steering.figures.clashes import clashes_of
from tinhso.steering.figures.giving import Whence
from tinhso.surfaces.api.examples import shown_as

router = Router()


class ClashShown(Schema):
    """What the sources say of one cell; until a person decides, the first counts."""

    model_config = shown_as({"indicator": 3, "from_on": "2022-01-01", "to_on": "2022-06-14", "values": []})

    indicator: int
    from_on: date
    to_on: date
    values: list[ValueShown] = Field(description="Số ghi trước đứng trước. In the order of recording.")


@router.get(
    "/programmes/{int:programme}/clashes", response=list[ClashShown], url_name="clashes", summary="Ô có hai nguồn"
)
def list_clashes(request: HttpRequest, programme: int) -> list[ClashShown]:
    """Of all present indicators, as known now."""
    return [
        ClashShown(
            indicator=each.indicator,
            from_on=each.from_on,
            to_on=each.to_on,
            values=[shown_value(value) for value in each.values],
        )
        for each in clashes_of(seen_programme(request, programme))
    ]


@router.post("/values/{int:value}/keep", response={201: ValueShown}, url_name="keep_value", summary="Giữ số này")
def keep_value(request: HttpRequest, value: int, sent: WithdrawalSent) -> Status[ValueShown]:
    """The value stands; those of other sources in its cell are withdrawn with the reason."""
    found = seen_value(request, value)
    keep(found, Whence(by=person(request), note=sent.note))
    return Status(201, shown_value(found))
