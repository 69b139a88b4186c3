"""A row that stays while its document changes: it takes the new words and keeps what people have done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import ForeignKey, Model

from tinhso.steering.programmes.comparison import Change
from tinhso.steering.programmes.making.making import Made
from tinhso.steering.programmes.merging.given_days import Stated, lasting_days
from tinhso.steering.programmes.merging.matching import LABELS, pair, says_the_same
from tinhso.steering.programmes.models import (
    Acceptance,
    Candidate,
    Deadline,
    EditableItem,
    Item,
    Quantity,
    TaskReference,
)

#: What the document does not decide.
_PEOPLES = frozenset({
    "id", "programme", "acceptance", "accepted_by", "accepted_at", "withdrawn_at", "version", "completed_on", "parent",
    "withdrawn_by", "withdrawn_why", "split_from", "merged_into",
})  # fmt: skip
#: Where an item stands: taken over also when its words stay.
_PLACE = frozenset({"position", "reading_index", "code", "section", "section_title", "folded"})
#: Where a corrected item stands; its section and the words it is found by are as the person gave them.
_NUMBER = frozenset({"position", "reading_index", "code"})
_DUE = frozenset({"due_on", "due_before", "due_basis"})


#: Citations and amounts have no identity of their own: they are made anew with the words they stand in.
_WORDS = frozenset({"Nội dung", "Sản phẩm"})


@dataclass(slots=True)
class Kept:
    """What has to be written for one kept row; ``reworded`` when its citations and amounts are to be replaced."""

    fresh: list[Model]
    changed: list[Model]
    reworded: bool = False


def keep_place(made: Made, row: Item, parts: list[Item]) -> Kept:
    """The words stay: only the place, the number and the spans move."""
    moved = _take(made.row, row, columns=_NUMBER if row.acceptance == Acceptance.CORRECTED else _PLACE)
    twins = {id(made.row): row} | {id(fresh): old for fresh, old in pair(made.parts, parts)}
    return Kept(fresh=_pointing(made, made.spans, twins=twins), changed=[row] if moved else [])


def keep_changed(made: Made, row: Item, parts: list[Item], *, change: Change, moment: datetime, stated: Stated) -> Kept:
    """The words change: the row takes them and is proposed anew; a part stays unless the document changed it."""
    labels = {difference.label for difference in change.differences}
    movable = frozenset(model for model, names in LABELS.items() if names & labels)
    pairs = pair(made.parts, parts)
    lasting = list(lasting_days(made.parts, parts, pairs, stated=stated))
    given = {old for _new, old in lasting}
    changing = [(new, old) for new, old in pairs if old not in given]
    pairs = [*changing, *lasting]
    dated = {old.deliverable or row for old in given}
    _take(made.row, row, columns=_columns(row) - (_DUE if row in dated or Deadline not in movable else frozenset()))
    _propose(row)
    _bring_back(row)
    twins = {id(made.row): row} | {id(fresh): old for fresh, old in pairs}
    anew = movable | {TaskReference, Quantity} if labels & _WORDS else movable
    new = [part for part in made.parts if id(part) not in twins and type(part) in anew]
    new += [part for part in made.parts if isinstance(part, Candidate) and part.assignment in new]
    return Kept(
        fresh=_pointing(made, [*new, *made.spans], twins=twins),
        changed=[row, *_reworded(changing, movable, dated), *_left_out(parts, pairs, movable=movable, moment=moment)],
        reworded=bool(labels & _WORDS),
    )


def withdraw(row: Item, moment: datetime) -> Item:
    """The corrected version left it out: it stays with its history, and no longer counts."""
    row.withdrawn_at, row.reading_index = moment, None
    row.version += 1
    return row


def _bring_back(row: Item) -> None:
    """Whoever takes the new words of a dropped item takes the item back."""
    if isinstance(row, EditableItem) and row.is_dropped:
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_why, row.merged_into = None, None, "", None


def _columns(row: Item) -> frozenset[str]:
    return frozenset(column.name for column in row._meta.concrete_fields) - _PEOPLES


def _take(source: Item, row: Item, *, columns: Iterable[str]) -> bool:
    """Copy the columns that the model has; whether any of them read otherwise before."""
    changed = [name for name in _columns(row) & frozenset(columns) if not _equal(source, row, name)]
    for name in changed:
        setattr(row, name, getattr(source, name))
    return bool(changed)


def _equal(source: Item, row: Item, name: str) -> bool:
    value = getattr(source, name)
    if not isinstance(value, Model):
        return bool(row.serializable_value(name) == value)
    # A heading that is itself new has no key yet and equals nothing.
    return value.pk is not None and bool(row.serializable_value(name) == value.pk)


def _propose(row: Item) -> None:
    row.acceptance, row.accepted_by, row.accepted_at = Acceptance.PROPOSED, None, None
    row.version += 1


def _reworded(pairs: list[tuple[Model, Item]], movable: frozenset[type[Model]], dated: Collection[Item]) -> list[Model]:
    """Kept parts whose content changed, with that content; those in ``dated`` keep the day they were given."""
    reworded: list[Model] = []
    for fresh, old in pairs:
        if isinstance(fresh, Item) and type(old) in movable and not says_the_same(fresh, old):
            own = _columns(old) - {"task", "indicator", "duty", "deliverable"}
            _take(fresh, old, columns=own - (_DUE if old in dated else frozenset()))
            _propose(old)
            reworded.append(old)
    return reworded


def _left_out(
    parts: Iterable[Item], pairs: list[tuple[Model, Item]], *, movable: frozenset[type[Model]], moment: datetime
) -> list[Model]:
    """Parts that the new words no longer name: a deadline is superseded, others are withdrawn."""
    kept = {id(old) for _fresh, old in pairs}
    gone = [part for part in parts if id(part) not in kept and type(part) in movable]
    for part in gone:
        if isinstance(part, Deadline):
            part.superseded_at = moment
        else:
            withdraw(part, moment)
    return list(gone)


def _pointing(made: Made, rows: Sequence[Model], *, twins: dict[int, Item]) -> list[Model]:
    """The rows that still belong to something, pointing at kept rows instead of their fresh twins."""
    lost = {id(made.row), *map(id, made.parts)} - set(twins) - set(map(id, rows))
    staying = []
    for row in rows:
        owners = _owners(row)
        if not any(id(owner) in lost for owner in owners.values()):
            for name, owner in owners.items():
                setattr(row, name, twins.get(id(owner), owner))
            staying.append(row)
    return staying


def _owners(row: Model) -> dict[str, Model]:
    """What the row points at, as far as it was set by hand and not fetched."""
    links = [column for column in row._meta.concrete_fields if isinstance(column, ForeignKey)]
    return {link.name: getattr(row, link.name) for link in links if link.is_cached(row)}
