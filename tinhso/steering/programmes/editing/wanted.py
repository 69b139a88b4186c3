"""An item as a person wants it: values that say nothing of rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tinhso.steering.programmes.models import Deadline, Target
from tinhso.steering.programmes.owners import Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedTarget:
    """A threshold; ``key`` is the row that it corrects, None for a new one."""

    key: int | None = None
    value: Decimal
    value_to: Decimal | None = None
    unit: str = ""
    comparator: str = Target.Comparator.AT_LEAST
    by_on: date | None = None
    from_on: date | None = None
    each_year: bool = False
    level: str = ""
    scope: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDeadline:
    """When it is due and how that is known (a Deadline.Basis); without a basis nothing is due."""

    basis: str = ""
    due_on: date | None = None
    before: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedProduct:
    """A product of a task; without a day it is due with the task."""

    key: int | None = None
    text: str
    due_on: date | None = None
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedOwner:
    """A name in its role; ``body`` is the unit, post or group that it means, empty while nobody knows."""

    key: int | None = None
    role: str
    wording: str
    body: Columns = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """``columns`` are those of the item itself. A list of parts is the whole list: what it lacks is withdrawn; None
    leaves the parts as they are."""

    columns: Mapping[str, object] = field(default_factory=dict)
    targets: Sequence[WantedTarget] | None = None
    deadline: WantedDeadline | None = None
    products: Sequence[WantedProduct] | None = None
    owners: Sequence[WantedOwner] | None = None


#: Bases that a person may give; the others come from the plan's own words and only stay as they are.
BASES = (
    Deadline.Basis.EXPLICIT,
    Deadline.Basis.EVENT,
    Deadline.Basis.RECURRING,
    Deadline.Basis.OPEN,
    Deadline.Basis.INFERRED,
)
