"""What is done to one item of the review: accepted, split, dropped, taken back."""

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status
from pydantic import Field

from tinhso.steering.api.review.naming import editable, item_of, standing_item
from tinhso.steering.api.review.shapes import Halves, ItemWhole, shown, whole_of
from tinhso.steering.api.seen import for_accepting
from tinhso.steering.programmes.actions.accept import accept
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.editing.restore import restore
from tinhso.steering.programmes.editing.split import split
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_ITEM = "/{int:programme}/items/{slug:reviewed}"


class SplitSent(Sent):
    """Where the second item begins."""

    model_config = {**Sent.model_config, **shown_as({"at": 42})}

    at: int = Field(ge=1, le=20_000, description="Ký tự của `text`, đếm từ 0. A character of `text`, from 0.")


class DropSent(Sent):
    """Why it is no item."""

    model_config = {**Sent.model_config, **shown_as({"reason": "Trùng với mục khác"})}

    reason: str = Field(min_length=1, max_length=500)


@router.post(
    f"{_ITEM}/acceptance",
    response=ItemWhole,
    url_name="accept_item",
    summary="Chấp nhận một mục",
    openapi_extra=IF_MATCH,
)
def accept_item(request: HttpRequest, programme: int, reviewed: str, *, response: HttpResponse) -> ItemWhole:
    """Stand behind what the machine read, of any kind: the item with its parts and sure owners."""
    found, by = for_accepting(request, programme)
    item = standing_item(found, reviewed)
    accept(item, by=by, version=wanted_version(request))
    return shown(response, item)


@router.post(
    f"{_ITEM}/split", response={201: Halves}, url_name="split_item", summary="Tách một mục", openapi_extra=IF_MATCH
)
def split_item(request: HttpRequest, programme: int, reviewed: str, *, sent: SplitSent) -> Status[Halves]:
    """One item becomes two: the first keeps its row, the second is new, with the same owners and its own parts."""
    found, by = for_accepting(request, programme)
    item = editable(standing_item(found, reviewed))
    second = split(item, sent.at, by=by, version=wanted_version(request))
    return Status(201, Halves(first=whole_of(item), second=whole_of(second)))


@router.post(f"{_ITEM}/drop", response=ItemWhole, url_name="drop_item", summary="Bỏ một mục", openapi_extra=IF_MATCH)
def drop_item(
    request: HttpRequest, programme: int, reviewed: str, *, response: HttpResponse, sent: DropSent
) -> ItemWhole:
    """It no longer counts, also in a corrected version of the document; it can be taken back."""
    found, by = for_accepting(request, programme)
    item = editable(standing_item(found, reviewed))
    drop(item, sent.reason, by=by, version=wanted_version(request))
    return shown(response, item)


@router.post(
    f"{_ITEM}/restoration",
    response=ItemWhole,
    url_name="restore_item",
    summary="Lấy lại một mục",
    openapi_extra=IF_MATCH,
)
def restore_item(request: HttpRequest, programme: int, reviewed: str, *, response: HttpResponse) -> ItemWhole:
    """What was dropped, or merged into another, counts again with its words and parts."""
    found, by = for_accepting(request, programme)
    item = editable(item_of(found, reviewed))
    restore(item, by=by, version=wanted_version(request))
    return shown(response, item)
