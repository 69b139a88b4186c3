"""The kinds of items that are reviewed, and how an address names one: "task-12"."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.marks import SIGNS
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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: its key in addresses, its model, its word."""

    key: str
    model: type[Item]
    words: str

    @property
    def sign(self) -> str:
        """The sign before its marks in the text."""
        return SIGNS[self.key]

    @property
    def is_editable(self) -> bool:
        """Whether its items may be corrected, split, merged, dropped."""
        return issubclass(self.model, EditableItem)


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("indicator", Indicator, "Chỉ tiêu"),
        Kind("task", Task, "Nhiệm vụ"),
        Kind("duty", Duty, "Chế độ báo cáo"),
        Kind("objective", Objective, "Mục tiêu"),
        Kind("owner_sentence", OwnerSentence, "Câu giao việc"),
    )
}


def split_name(name: str) -> tuple[str, int]:
    """ "task-12" → "task", 12; an empty kind for what names nothing."""
    kind, _, key = name.rpartition("-")
    return (kind, whole_number(key)) if kind in KINDS else ("", 0)


def name_of(item: Item) -> str:
    """ "task-12"."""
    kind = next(kind.key for kind in KINDS.values() if isinstance(item, kind.model))
    return f"{kind}-{item.pk}"


def fetch_item(programme: Programme, name: str) -> Item:
    """The item of the programme that the address names, dropped or not; else 404."""
    kind, key = split_name(name)
    found = KINDS[kind].model._default_manager.filter(programme=programme, pk=key).first() if kind else None
    if found is None:
        raise Http404
    return found


def fetch_editable(programme: Programme, name: str) -> EditableItem:
    """As ``fetch_item``, for what may be corrected; else 404."""
    found = fetch_item(programme, name)
    if not isinstance(found, EditableItem):
        raise Http404
    return found
