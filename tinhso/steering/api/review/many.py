"""What is done to several items of the review at once: accepted, merged."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field, model_validator

from tinhso.steering.api.review.naming import Kind, editable, key_of, standing_item
from tinhso.steering.api.review.shapes import ItemWhole, shown
from tinhso.steering.api.seen import for_accepting
from tinhso.steering.programmes.actions.accept import accept_all, accept_some
from tinhso.steering.programmes.editing.merge import joined, merge
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()


class ChosenSent(Sent):
    """Either items by name, or everything of these kinds."""

    model_config = {**Sent.model_config, **shown_as({"items": ["task-41", "indicator-3"]})}

    items: list[str] = Field([], max_length=2_000, description="Tên các mục. The items' names.")
    kinds: list[Kind] = Field([], max_length=5, description="Mọi mục của các loại này. Everything of these kinds.")

    @model_validator(mode="after")
    def one_of_both(self) -> Self:
        """Nothing chosen must never mean everything."""
        if bool(self.items) == bool(self.kinds):
            raise ValueError("Hãy ghi hoặc items, hoặc kinds.")
        return self


class Accepted(Schema):
    """How many were accepted; those accepted before, changed or dropped meanwhile are not among them."""

    model_config = shown_as({"accepted": 82})

    accepted: int


class SeenItem(Sent):
    """An item at the version that was read."""

    item: str = Field(max_length=40)
    version: int = Field(ge=1, le=2**31 - 1)


class MergeSent(Sent):
    """The items, and the words of the one that stays; without words those of all, one after the other."""

    model_config = {
        **Sent.model_config,
        **shown_as({"items": [{"item": "task-41", "version": 3}, {"item": "task-42", "version": 1}], "text": ""}),
    }

    items: list[SeenItem] = Field(min_length=2, max_length=200)
    text: str = Field("", max_length=20_000)


@router.post("/{int:programme}/acceptance", response=Accepted, url_name="accept_items", summary="Chấp nhận nhiều mục")
def accept_items(request: HttpRequest, programme: int, sent: ChosenSent) -> Accepted:
    """Stand behind what the machine read: the items named, or everything still proposed of these kinds."""
    found, by = for_accepting(request, programme)
    if sent.kinds:
        return Accepted(accepted=accept_all(found, by=by, kinds=dict.fromkeys(sent.kinds)))
    return Accepted(accepted=accept_some(found, _by_kind(sent.items), by=by))


@router.post("/{int:programme}/merges", response=ItemWhole, url_name="merge_items", summary="Gộp nhiều mục")
def merge_items(request: HttpRequest, programme: int, *, response: HttpResponse, sent: MergeSent) -> ItemWhole:
    """The first in the plan takes words and parts of all, the others are withdrawn. A version passed is 409."""
    found, by = for_accepting(request, programme)
    seen = [(editable(standing_item(found, each.item)), each.version) for each in sent.items]
    words = sent.text or joined([item for item, _version in seen])
    return shown(response, merge(seen, words, by=by))


def _by_kind(names: Iterable[str]) -> dict[str, list[int]]:
    chosen: dict[str, list[int]] = defaultdict(list)
    for kind, key in map(key_of, names):
        chosen[kind].append(key)
    return chosen
