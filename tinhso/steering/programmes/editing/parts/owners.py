"""Who watches, leads or helps, as a person wants it. The plan's own wording stays."""

from collections.abc import Sequence

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.editing.parts.keeping import keep, withdraw_part
from tinhso.steering.programmes.editing.wanted import WantedOwner
from tinhso.steering.programmes.models import Assignment, EditableItem

_NOBODY = {"unit_id": None, "post_id": None, "group_id": None}


def set_owners(item: EditableItem, wanted: Sequence[WantedOwner], *, by: Account) -> None:
    """Say whom the names mean, add owners, withdraw those not wanted any more."""
    column = str(item._meta.model_name)
    standing = {each.pk: each for each in Assignment.objects.current().filter(**{column: item})}
    for place, each in enumerate(wanted):
        columns = {"role": each.role, "position": place, "wording": each.wording, **_meaning(each, standing)}
        fresh = Assignment(programme_id=item.programme_id, **{column: item}, **columns, **corrected(by))
        keep(standing.pop(each.key or 0, None), fresh, columns=columns, by=by)
    for gone in standing.values():
        withdraw_part(gone, by=by)


def _meaning(wanted: WantedOwner, standing: dict[int, Assignment]) -> dict[str, object]:
    if wanted.body:
        return {"certainty": Assignment.Certainty.CERTAIN.value, **_NOBODY, **wanted.body}
    known = standing.get(wanted.key or 0)
    unsure = known is not None and known.certainty == Assignment.Certainty.UNSURE
    return {"certainty": (Assignment.Certainty.UNSURE if unsure else Assignment.Certainty.UNKNOWN).value, **_NOBODY}
