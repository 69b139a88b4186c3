"""What stands before and after an item in its document."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tinhso.kernel.organisations.edition import kept_for
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Indicator, Task


class Neighbour(NamedTuple):
    """An item as a link to it says it."""

    position: int
    pk: int
    code: str
    text: str


def neighbours(item: Task | Indicator) -> tuple[Neighbour | None, Neighbour | None]:
    """The present items of its kind before and after it; of one withdrawn, those where it stood."""
    order = _order(type(item), item.programme_id)
    before = bisect_left(order, item.position, key=_position) - 1
    after = bisect_right(order, item.position, key=_position)
    return order[before] if before >= 0 else None, order[after] if after < len(order) else None


def _position(each: Neighbour) -> int:
    return each.position


@kept_for(PROGRAMMES)
def _order(kind: type[Task | Indicator], programme: int) -> Sequence[Neighbour]:
    rows = kind._default_manager.filter(programme=programme, withdrawn_at=None).order_by("position", "pk")
    return [Neighbour(*row) for row in rows.values_list("position", "pk", "code", "text")]
