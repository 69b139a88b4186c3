"""What a decision says, as values: steps on units, and who follows whom."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tinhso.kernel.organisations.models import Reorganisation

Action = Literal["establish", "amend", "end"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to one unit, all units named by key. ``amend`` changes what is given and keeps the rest."""

    action: Action
    unit: str
    name: str = ""
    short_name: str = ""
    kind: str = ""
    official_code: str = ""
    parent: str = ""
    head_title: str = ""
    """Title of the head's post, for a new unit."""


@dataclass(frozen=True, slots=True)
class Follow:
    """Who follows a unit, with what share of it (None: not known), for which function ("": all that it did)."""

    manner: str
    predecessor: str
    successor: str = ""
    share: Decimal | None = None
    function: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A decision, not yet saved, with everything it does on its day of effect."""

    reorganisation: Reorganisation
    steps: tuple[Step, ...]
    follows: tuple[Follow, ...] = ()
