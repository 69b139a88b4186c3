"""The bodies that may coordinate a programme."""

from datetime import date

from tinhso.kernel.organisations.models import Kind, UnitVersion

_KINDS = (Kind.DEPARTMENT, Kind.AGENCY, Kind.COMMITTEE, Kind.PROVINCE)


def bodies_that_coordinate(day: date) -> dict[str, str]:
    """As they were called on that day; key as text."""
    versions = UnitVersion.objects.valid_on(day).of_kinds(*_KINDS).in_order()
    return {str(unit): name for unit, name in versions.values_list("unit", "name")}
