"""Which target a single unit has to reach."""

from datetime import date

from tinhso.steering.figures.unit_figure import OfUnits
from tinhso.steering.programmes.models import Target


def target_for(level: str, found: OfUnits, *, day: date, ends_on: date) -> Target | None:
    """The one of its level, else of all levels; of those that count on the day the one due next.

    A target of a share holds for every unit, one of a number for the sum only.
    """
    if not found.measure.is_ratio:
        return None
    own = [target for target in found.targets if target.level == level]
    meant = own or [target for target in found.targets if not target.level]
    begun = [target for target in meant if target.from_on is None or target.from_on <= day]
    in_time = sorted(begun, key=lambda target: target.by_on or ends_on)
    coming = [target for target in in_time if (target.by_on or ends_on) >= day]
    return next(iter(coming or in_time[-1:]), None)
