"""What the units of deeds were called at their time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name

Names = dict[tuple[int, date], str]


def names_of_time(pairs: Iterable[tuple[int | None, date]]) -> Names:
    """(unit, day) → the body's name on that day, else its last before or first after; one query."""
    wanted = {(unit, day) for unit, day in pairs if unit}
    versions: dict[int, list[UnitVersion]] = defaultdict(list)
    for version in UnitVersion.objects.filter(unit__in={unit for unit, _ in wanted}).order_by("valid_from"):
        versions[version.unit_id].append(version)
    return {(unit, day): _name(versions[unit], day) for unit, day in wanted}


def _name(versions: list[UnitVersion], day: date) -> str:
    begun = [version for version in versions if version.valid_from <= day]
    return body_name((begun or versions)[-1 if begun else 0]) if versions else ""
