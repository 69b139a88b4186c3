"""The kinds of items as the review shows them, and the item that an address names; what names nothing is 404."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from tinhso.steering.pages.marks import WORDS
from tinhso.steering.programmes.models import EditableItem, Item, Programme
from tinhso.steering.programmes.naming import KINDS as MODELS
from tinhso.steering.programmes.naming import named_item


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: its key in addresses, its model."""

    key: str
    model: type[Item]

    @property
    def words(self) -> str:
        """What people call it."""
        return WORDS[self.key]

    @property
    def is_editable(self) -> bool:
        """Whether its items may be corrected, split, merged, dropped."""
        return issubclass(self.model, EditableItem)


KINDS: Mapping[str, Kind] = {key: Kind(key, model) for key, model in MODELS.items()}


def fetch_item(programme: Programme, name: str) -> Item:
    """The item of the programme that the address names, dropped or not; else 404."""
    found = named_item(programme, name)
    if found is None:
        raise Http404
    return found


def fetch_editable(programme: Programme, name: str) -> EditableItem:
    """As ``fetch_item``, for what may be corrected; else 404."""
    found = fetch_item(programme, name)
    if not isinstance(found, EditableItem):
        raise Http404
    return found
