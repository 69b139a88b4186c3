"""Writes down what a person did to an item."""

from collections.abc import Iterable

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Edit, EditableItem


def record(
    item: EditableItem, deed: Edit.Deed, *, by: Account, differences: Iterable[dict[str, str]] = (), reason: str = ""
) -> Edit:
    """One line of the item's history. The caller holds the transaction of the deed."""
    return Edit.objects.create(
        programme_id=item.programme_id,
        deed=deed,
        differences=list(differences),
        reason=reason,
        by=by,
        **{str(item._meta.model_name): item},
    )
