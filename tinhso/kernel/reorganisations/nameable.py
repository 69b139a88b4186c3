"""Which units the steps of a day may name: those of the day before, and those that its drafts make."""

from collections.abc import Iterable
from datetime import date, timedelta

from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.reorganisations.errors import DraftRefused
from tinhso.kernel.reorganisations.models import Deed, Draft, Line


def refuse_unknown(lines: Iterable[Line], day: date) -> None:
    """Two queries. Raises DraftRefused for the first unit that nobody knows on the day."""
    listed = list(lines)
    fresh = Line.objects.filter(draft__effective_on=day, draft__state=Draft.State.DRAFT, deed=Deed.ESTABLISH)
    known = {line.unit for line in listed if line.deed == Deed.ESTABLISH} | set(fresh.values_list("unit", flat=True))
    named = dict.fromkeys(
        key for line in listed for key in (line.unit, line.successor, line.parent) if key and key not in known
    )
    eve = UnitVersion.objects.valid_on(day - timedelta(days=1)).filter(unit__key__in=named)
    standing = set(eve.values_list("unit__key", flat=True))
    for key in named:
        if key not in standing:
            raise DraftRefused(why=NoSuchUnit(key=key).sentence)
