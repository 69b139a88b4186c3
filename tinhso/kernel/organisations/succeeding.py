"""What the decisions recorded so far passed on from unit to unit, and which units are no more."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from tinhso.kernel.organisations.edition import kept_for_edition
from tinhso.kernel.organisations.heirs import ALL, Heirs, Part
from tinhso.kernel.organisations.history import CONTINUES
from tinhso.kernel.organisations.models import Succession, UnitVersion


@kept_for_edition
def heirs() -> Heirs:
    """As recorded now; two queries, kept while the organisations stay as they are."""
    ends = ended_units()
    told: dict[tuple[int, date], list[Succession]] = defaultdict(list)
    links = Succession.objects.filter(manner__in=CONTINUES).exclude(successor=None).select_related("reorganisation")
    for link in links.order_by("pk"):
        told[link.predecessor_id, link.reorganisation.effective_on].append(link)
    moves = {key: _moves(key, found, ended=ends.get(key[0]) == key[1]) for key, found in told.items()}
    return Heirs.of(
        {key: parts for key, parts in moves.items() if parts},
        frozenset(key for key, parts in moves.items() if not parts),
    )


@kept_for_edition
def ended_units() -> Mapping[int, date]:
    """Unit → the first day on which it was no more; those that stand are missing. One query."""
    last: dict[int, date | None] = {}
    for unit, valid_to in UnitVersion.objects.order_by("valid_from").values_list("unit_id", "valid_to"):
        last[unit] = valid_to
    return {unit: day for unit, day in last.items() if day is not None}


def _moves(key: tuple[int, date], links: Sequence[Succession], *, ended: bool) -> tuple[Part, ...]:
    """The parts with what remains; nothing where the shares are not known."""
    shares: dict[int, Decimal | None] = {}
    for link in links:
        successor, share = int(str(link.successor_id)), link.share
        before = shares.get(successor, Decimal())
        shares[successor] = None if share is None or before is None else before + share
    if ended and len(shares) == 1 and None in shares.values():
        return tuple(Part(unit, ALL) for unit in shares)
    known = {unit: share for unit, share in shares.items() if share is not None}
    left = ALL - sum(known.values(), Decimal())
    if len(known) < len(shares) or left < 0:
        return ()
    rest = (Part(key[0], left),) if left else ()
    return (*(Part(unit, share) for unit, share in known.items()), *rest)
