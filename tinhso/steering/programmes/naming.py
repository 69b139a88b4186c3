"""The kinds of items that people review, and how one is named in addresses and by other systems: "task-12"."""

from collections.abc import Mapping

from tinhso.lib.numbers import whole_number
from tinhso.steering.programmes.models import Duty, Indicator, Item, Objective, OwnerSentence, Programme, Task

#: In the order in which the review tells them.
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


def split_name(name: str) -> tuple[str, int]:
    """ "task-12" → "task", 12; an empty kind for what names nothing."""
    kind, _, key = name.rpartition("-")
    return (kind, whole_number(key)) if kind in KINDS else ("", 0)


def named_item(programme: Programme, name: str) -> Item | None:
    """The item of the programme, dropped or not, with its programme; None where nothing is so named."""
    kind, key = split_name(name)
    if not kind:
        return None
    return KINDS[kind]._default_manager.filter(programme=programme, pk=key).select_related("programme").first()
