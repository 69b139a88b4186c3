"""The days on which something about the organisations begins or ends: between two of them everything is alike."""

from datetime import date

from tinhso.kernel.organisations.models import Post, Reorganisation, UnitVersion


def days_of_change() -> list[date]:
    """In their order; a few queries. From each of them up to the next ``Roster.on`` finds the same units and groups."""
    dated = (rows.values_list("valid_from", "valid_to") for rows in (UnitVersion.objects, Post.objects))
    decided = Reorganisation.objects.values_list("effective_on", flat=True)
    return sorted({day for rows in dated for days in rows for day in days if day is not None} | set(decided))
