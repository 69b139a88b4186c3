"""How units are called in sentences, and the columns by which they are found and sorted."""

from collections import Counter
from collections.abc import Mapping

from tinhso.kernel.organisations.models import Kind, UnitVersion
from tinhso.kernel.organisations.models.units import COMMUNE_KINDS, DISTRICT_KINDS
from tinhso.lib.text import fold, nfc, sort_key

#: Kinds of territory whose acting body is a People's Committee.
COMMITTEE_KINDS = (Kind.PROVINCE, *DISTRICT_KINDS, *COMMUNE_KINDS)


def body_name(version: UnitVersion) -> str:
    """The body that acts: "UBND huyện Yên Thế" for a territory, the unit's own name otherwise."""
    if version.kind not in COMMITTEE_KINDS:
        return version.name
    return f"UBND {version.name[:1].lower()}{version.name[1:]}"


def names_apart(units: Mapping[int, UnitVersion], everybody: Mapping[int, UnitVersion]) -> dict[int, str]:
    """Unit → its body's name; where two of them share one, with what each belongs to: "UBND xã Phúc Sơn (huyện
    Tân Yên)". ``everybody`` holds the units of the day by their keys."""
    counts = Counter(body_name(version) for version in units.values())
    return {unit: _with_superior(version, everybody, counts) for unit, version in units.items()}


def _with_superior(version: UnitVersion, everybody: Mapping[int, UnitVersion], counts: Counter[str]) -> str:
    name, superior = body_name(version), everybody.get(version.parent_id or 0)
    if counts[name] < 2 or superior is None:
        return name
    return f"{name} ({superior.name[:1].lower()}{superior.name[1:]})"


def fill_search_columns(version: UnitVersion) -> None:
    """Set ``folded`` and ``sort_key`` from the names; called by whatever writes a version."""
    version.name, version.short_name = nfc(version.name), nfc(version.short_name)
    version.folded = fold(f"{version.name} {version.short_name}")
    version.sort_key = sort_key(version.name)
