"""The item that a caller names; what names nothing is 404."""

from typing import Literal

from django.http import Http404

from tinhso.steering.programmes.models import EditableItem, Item, Programme
from tinhso.steering.programmes.naming import named_item, split_name

Kind = Literal["indicator", "task", "duty", "objective", "owner_sentence"]


def key_of(name: str) -> tuple[str, int]:
    """ "task-12" → "task", 12; what names nothing is not found."""
    kind, key = split_name(name)
    if not kind:
        raise Http404
    return kind, key


def item_of(programme: Programme, name: str) -> Item:
    """The item of the programme, dropped or not, or 404."""
    found = named_item(programme, name)
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
