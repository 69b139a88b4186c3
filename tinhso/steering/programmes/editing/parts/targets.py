"""The targets of an indicator as a person wants them."""

from collections.abc import Sequence
from dataclasses import asdict

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.editing.parts.keeping import keep, withdraw_part
from tinhso.steering.programmes.editing.wanted import WantedTarget
from tinhso.steering.programmes.models import Indicator, Target


def set_targets(indicator: Indicator, wanted: Sequence[WantedTarget], *, by: Account) -> None:
    """Change the targets that stand, add the new ones, withdraw those not wanted any more."""
    standing = {target.pk: target for target in Target.objects.current().filter(indicator=indicator)}
    for place, each in enumerate(wanted):
        columns = {**asdict(each), "position": place}
        key = columns.pop("key")
        columns["wording"] = each.wording or (standing[key].wording if key in standing else "")
        fresh = Target(programme_id=indicator.programme_id, indicator=indicator, **columns, **corrected(by))
        keep(standing.pop(key, None), fresh, columns=columns, by=by)
    for gone in standing.values():
        withdraw_part(gone, by=by)
