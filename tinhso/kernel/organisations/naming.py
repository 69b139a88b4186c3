"""How units are called in sentences, and the columns by which they are found and sorted."""

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


def fill_search_columns(version: UnitVersion) -> None:
    """Set ``folded`` and ``sort_key`` from the names; called by whatever writes a version."""
    version.name, version.short_name = nfc(version.name), nfc(version.short_name)
    version.folded = fold(f"{version.name} {version.short_name}")
    version.sort_key = sort_key(version.name)
