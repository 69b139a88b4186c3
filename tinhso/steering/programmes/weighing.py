"""The changes of a corrected version as a person weighs them: what the programme has, and what was decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tinhso.steering.programmes.actions.reread import Rereading
from tinhso.steering.programmes.comparison import Change
from tinhso.steering.programmes.editing.words import words_of
from tinhso.steering.programmes.merging.existing import MODELS
from tinhso.steering.programmes.models import Acceptance, Decision, EditableItem, Item, Programme


@dataclass(frozen=True, slots=True)
class Weighed:
    """One change. ``row`` is the item that the programme has for it; ``is_held`` when a person changed that item."""

    change: Change
    row: Item | None
    is_held: bool
    decision: Decision | None

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


def weighed(proposal: Rereading, decisions: Mapping[str, Decision]) -> list[Weighed]:
    """Every change with what is known of it; one query for each kind that changes."""
    rows = _rows(proposal.programme, proposal.shown)
    return [
        Weighed(change, rows.get((change.kind, change.old or 0)) if change.old is not None else None,
                change.key in proposal.held, decisions.get(change.key))
        for change in proposal.shown
    ]  # fmt: skip


def _rows(programme: Programme, changes: Iterable[Change]) -> dict[tuple[str, int], Item]:
    found: dict[tuple[str, int], Item] = {}
    wanted = [change for change in changes if change.old is not None]
    for kind in {change.kind for change in wanted}:
        places = [change.old for change in wanted if change.kind == kind]
        rows = MODELS[kind]._default_manager.filter(programme=programme, reading_index__in=places)
        found |= {(kind, row.reading_index or 0): row for row in rows}
    return found
