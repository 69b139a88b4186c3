"""One part of an item: kept as it is, changed, made or withdrawn."""

from collections.abc import Mapping
from typing import TypeVar

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.models import Item

Part = TypeVar("Part", bound=Item)


def keep(part: Part | None, fresh: Part, *, columns: Mapping[str, object], by: Account) -> Part:
    """The part with the columns wanted: saved only when one of them differs; ``fresh`` where there is none yet."""
    if part is None:
        fresh.save()
        return fresh
    changed = [name for name, value in columns.items() if part.serializable_value(name) != value]
    if changed:
        for name, value in {**columns, **corrected(by)}.items():
            setattr(part, name, value)
        part.version += 1
        part.save()
    return part


def withdraw_part(part: Item, *, by: Account) -> None:
    """Take a part out of its item; the row stays with who did it."""
    for name, value in corrected(by).items():
        setattr(part, name, value)
    part.withdrawn_at, part.version = timezone.now(), part.version + 1
    part.save()
