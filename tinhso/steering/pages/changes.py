"""The changes of a corrected version as the page shows them: each with its tone, under the names of their kinds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from tinhso.steering.programmes.actions.reread import Rereading
from tinhso.steering.programmes.facts import KIND_NAMES
from tinhso.steering.programmes.models import Decision
from tinhso.steering.programmes.weighing import Weighed, weighed

WHAT = {"new": ("good", "Mới"), "gone": ("bad", "Không còn"), "changed": ("warn", "Thay đổi")}


@dataclass(frozen=True, slots=True)
class Shown(Weighed):
    """One change with the look of its chip."""

    @property
    def tone(self) -> str:
        """The tone of its chip."""
        return WHAT[self.change.what][0]

    @property
    def words(self) -> str:
        """What became of the item, in a word."""
        return WHAT[self.change.what][1]


@dataclass(frozen=True, slots=True)
class Kind:
    """The changes of one kind of item."""

    name: str
    changes: list[Shown]


def shown(proposal: Rereading, decisions: Mapping[str, Decision]) -> list[Shown]:
    """Every change with what is known of it."""
    return [Shown(each.change, each.row, each.is_held, each.decision) for each in weighed(proposal, decisions)]


def by_kind(changes: Iterable[Shown]) -> list[Kind]:
    """The changes under the names of their kinds."""
    return [Kind(KIND_NAMES[kind], list(run)) for kind, run in groupby(changes, key=lambda each: each.change.kind)]
