"""Units in the search over everything."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.dates import write_date
from tinhso.lib.text import fold
from tinhso.surfaces.web.shell.search import Hit, Provider

#: So many versions are looked at to fill a page of hits, one for each unit.
_LOOKED_AT = 120


def find_units(query: str, account: Account, most: int) -> Sequence[Hit]:
    """Units by any name they ever had; those in being first, then names that begin with the words."""
    if not standing(account).may(Verb.READ_ORGANISATIONS):
        return []
    today, folded = timezone.localdate(), fold(query)
    versions = list(UnitVersion.objects.matching(query).select_related("unit").in_order()[:_LOOKED_AT])
    versions.sort(key=lambda version: (not version.holds_on(today), not version.folded.startswith(folded)))
    best = list({version.unit_id: version for version in reversed(versions)}.values())[::-1][:most]
    above = {version.parent_id for version in best if version.parent_id is not None}
    names = {version.unit_id: version.name for version in UnitVersion.objects.filter(unit__in=above)}
    return [_hit(version, names.get(version.parent_id or 0, ""), ended=not version.holds_on(today)) for version in best]


def _hit(version: UnitVersion, above: str, *, ended: bool) -> Hit:
    address = reverse("units:unit", args=(version.unit.key,))
    told = [version.get_kind_display(), above]
    if ended:
        address += "?" + urlencode({"on": write_date(version.valid_from)})
        told.append(f"tên dùng đến trước {write_date(version.valid_to)}" if version.valid_to else "chưa có hiệu lực")
    return Hit(body_name(version), address, " · ".join(filter(None, told)))


def _whole_list(query: str) -> str:
    return f"{reverse('units:tree')}?{urlencode({'q': query})}"


SEARCH = (Provider("Đơn vị", 60, find_units, _whole_list),)
