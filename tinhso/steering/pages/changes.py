"""The changes of a corrected version as the page shows them: old and new words, ours, and what was decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from tinhso.steering.programmes.actions.reread import Rereading
from tinhso.steering.programmes.comparison import Change
from tinhso.steering.programmes.editing.words import words_of
from tinhso.steering.programmes.facts import KIND_NAMES
from tinhso.steering.programmes.merging.existing import MODELS
from tinhso.steering.programmes.models import Acceptance, Decision, EditableItem, Item, Programme

WHAT = {"new": ("good", "Mới"), "gone": ("bad", "Không còn"), "changed": ("warn", "Thay đổi")}


@dataclass(frozen=True, slots=True)
class Shown:
    """One change. ``row`` is the item that the programme has for it; ``is_held`` when a person changed that item."""

    change: Change
    row: Item | None
    is_held: bool
    decision: Decision | None

    @property
    def tone(self) -> str:
        """The tone of its chip."""
        return WHAT[self.change.what][0]

    @property
    def words(self) -> str:
        """What became of the item, in a word."""
        return WHAT[self.change.what][1]

    @property
    def choice(self) -> str:
        """What was decided; empty while nothing was."""
        return self.decision.choice if self.decision else ""

    @property
    def ours(self) -> str:
        """What the programme says, where a person changed it."""
        if not self.is_held or not isinstance(self.row, EditableItem):
            return ""
        return f"(đã bỏ: {self.row.withdrawn_why})" if self.row.is_dropped else words_of(self.row)

    @property
    def is_accepted(self) -> bool:
        """Whether somebody stands behind the item as it is: taking the new words proposes it anew."""
        return self.row is not None and self.row.acceptance == Acceptance.ACCEPTED


@dataclass(frozen=True, slots=True)
class Kind:
    """The changes of one kind of item."""

    name: str
    changes: list[Shown]


def shown(proposal: Rereading, decisions: Mapping[str, Decision]) -> list[Shown]:
    """Every change with what is known of it; one query for each kind that changes."""
    rows = _rows(proposal.programme, proposal.shown)
    return [
        Shown(change, rows.get((change.kind, change.old or 0)) if change.old is not None else None,
              change.key in proposal.held, decisions.get(change.key))
        for change in proposal.shown
    ]  # fmt: skip


def by_kind(changes: Iterable[Shown]) -> list[Kind]:
    """The changes under the names of their kinds."""
    return [Kind(KIND_NAMES[kind], list(run)) for kind, run in groupby(changes, key=lambda each: each.change.kind)]


def _rows(programme: Programme, changes: Iterable[Change]) -> dict[tuple[str, int], Item]:
    found: dict[tuple[str, int], Item] = {}
    wanted = [change for change in changes if change.old is not None]
    for kind in {change.kind for change in wanted}:
        places = [change.old for change in wanted if change.kind == kind]
        rows = MODELS[kind]._default_manager.filter(programme=programme, reading_index__in=places)
        found |= {(kind, row.reading_index or 0): row for row in rows}
    return found
