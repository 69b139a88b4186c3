"""Who goes on with what a unit did, among the lines of drafts: by the rules of ``organisations.answering``."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.reorganisations.models import Deed, Line

_HALF = Decimal("0.5")
_WHOLE = (Deed.MERGE, Deed.SPLIT)


def heirs(lines: Iterable[Line], day: date) -> dict[str, str]:
    """Unit that ends → the one that goes on with it, through everything that ends the same day; "" when only a person
    can say. A unit without a successor leaves what it did to its superior of the day before."""
    listed = list(lines)
    ending = {line.unit for line in listed if line.ends}
    parents = UnitVersion.objects.valid_on(day - timedelta(days=1)).filter(unit__key__in=ending)
    above = {unit: parent or "" for unit, parent in parents.values_list("unit__key", "parent__key")}
    followed = _by_unit(listed)
    first = {unit: _first(followed[unit]) if unit in followed else above.get(unit, "") for unit in ending}
    return {unit: _last(unit, first) for unit in ending}


def _by_unit(lines: list[Line]) -> dict[str, list[Line]]:
    whole: dict[str, list[Line]] = defaultdict(list)
    parts: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.successor:
            (whole if line.deed in _WHOLE else parts)[line.unit].append(line)
    return {**parts, **whole}


def _first(lines: list[Line]) -> str:
    shares = {line.successor: Decimal(0) for line in lines}
    unknown = {line.successor for line in lines if line.share is None} if len(shares) > 1 else set()
    for line in lines:
        shares[line.successor] += line.share or 0
    largest = max(shares, key=lambda successor: shares[successor])
    beaten = all(shares[largest] > share for successor, share in shares.items() if successor != largest)
    return largest if (beaten and not unknown) or shares[largest] > _HALF else ""


def _last(unit: str, first: dict[str, str]) -> str:
    seen, heir = {unit}, first[unit]
    while heir in first and heir not in seen:
        seen.add(heir)
        heir = first[heir]
    return heir
