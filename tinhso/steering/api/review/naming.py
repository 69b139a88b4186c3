"""How an item of any kind is named: "task-12", as in the addresses of the review."""

from collections.abc import Mapping
from typing import Literal

from django.http import Http404

from tinhso.lib.numbers import whole_number
from tinhso.steering.programmes.models import (
    Duty,
    EditableItem,
    Indicator,
    Item,
    Objective,
    OwnerSentence,
    Programme,
    Task,
)

Kind = Literal["indicator", "task", "duty", "objective", "owner_sentence"]
KINDS: Mapping[str, type[Item]] = {
    "indicator": Indicator,
    "task": Task,
    "duty": Duty,
    "objective": Objective,
    "owner_sentence": OwnerSentence,
}


def kind_of(item: Item) -> str:
    """The key of its kind."""
    return next(kind for kind, model in KINDS.items() if isinstance(item, model))


def name_of(item: Item) -> str:
    """ "task-12"."""
    return f"{kind_of(item)}-{item.pk}"


def key_of(name: str) -> tuple[str, int]:
    """ "task-12" → "task", 12; what names nothing is not found."""
    kind, _, key = name.rpartition("-")
    if kind not in KINDS:
        raise Http404
    return kind, whole_number(key)


def item_of(programme: Programme, name: str) -> Item:
    """The item of the programme, dropped or not, or 404."""
    kind, key = key_of(name)
    found = KINDS[kind]._default_manager.filter(programme=programme, pk=key).select_related("programme").first()
    if found is None:
        raise Http404
    return found


def standing_item(programme: Programme, name: str) -> Item:
    """An item that still counts, or 404."""
    found = item_of(programme, name)
    if found.withdrawn_at is not None:
        raise Http404
    return found


def editable(item: Item) -> EditableItem:
    """The item, if it is of a kind that may be split, merged, dropped; or 404."""
    if not isinstance(item, EditableItem):
        raise Http404
    return item
