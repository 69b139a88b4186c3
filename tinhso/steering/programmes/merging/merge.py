"""Changes between two readings put into a programme's rows. The caller holds the transaction."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db.models import Model, Q

from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.comparison import Change
from tinhso.steering.programmes.making.makers import MAKERS
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.merging.existing import Existing
from tinhso.steering.programmes.merging.keeping import Kept, keep_changed, keep_place, withdraw
from tinhso.steering.programmes.merging.writing import by_model, save, write
from tinhso.steering.programmes.models import (
    Finding,
    Heading,
    Item,
    Quantity,
    SourceSpan,
    Task,
    TaskReference,
    Unplaced,
)
from tinhso.steering.programmes.models.sources import OWNERS


class Merge:
    """One reading entering one programme."""

    def __init__(self, making: Making, existing: Existing, *, moment: datetime) -> None:
        self.making = making
        self.existing = existing
        self.moment = moment
        self.fresh: list[Model] = []
        self.changed: list[Model] = []
        self.reworded: list[int] = []
        self.moved: list[Item] = []
        #: Rows by kind and place in the new reading.
        self.rows: dict[tuple[str, int], Item] = {}

    def apply(self, changes: Iterable[Change], *, leave: Collection[str] = ()) -> None:
        """Write all changes but those whose key is in ``leave``: there the rows keep their old words."""
        by_kind: dict[str, list[Change]] = {kind: [] for kind in MAKERS}
        for change in changes:
            by_kind[change.kind].append(change)
        for kind, of_kind in by_kind.items():
            for change in of_kind:
                self._take(kind, change, left=change.key in leave)
        self._write()

    def _take(self, kind: str, change: Change, *, left: bool) -> None:
        row = self.existing.rows.get((kind, change.old)) if change.old is not None else None
        if change.new is None:
            self._take_gone(row, left=left)
            return
        if row is None and left:
            return
        made = MAKERS[kind](self.making, change.new)
        if row is None:
            self._take_new(made)
        else:
            self._take_kept(made, row, change, left=left)
        self._known(kind, change.new, row or made.row)

    def _take_gone(self, row: Item | None, *, left: bool) -> None:
        if row is None:
            return
        if left or row.withdrawn_at:
            row.reading_index = None
            self.changed.append(row)
        else:
            self.changed.append(withdraw(row, self.moment))

    def _take_new(self, made: Made) -> None:
        self.fresh += [made.row, *made.parts, *made.spans]

    def _take_kept(self, made: Made, row: Item, change: Change, *, left: bool) -> None:
        parts = self.existing.parts_of(row)
        if left or change.what == "same":
            kept = keep_place(made, row, parts)
        else:
            stated = self.existing.stated
            kept = keep_changed(made, row, parts, change=change, moment=self.moment, stated=stated)
        self._collect(kept, row, parts)

    def _collect(self, kept: Kept, row: Item, parts: list[Item]) -> None:
        self.fresh += kept.fresh
        self.changed += kept.changed
        self.moved += [row, *parts]
        if kept.reworded and isinstance(row, Task):
            self.reworded.append(row.pk)

    def _known(self, kind: str, place: int, row: Item) -> None:
        self.rows[kind, place] = row
        if isinstance(row, Heading):
            self.making.headings[place] = row

    def _write(self) -> None:
        self._clear()
        # Headings first: kept rows may move under a new one. Kept rows next: a superseded deadline makes room.
        write(row for row in self.fresh if isinstance(row, Heading))
        save(self.changed)
        write([*(row for row in self.fresh if not isinstance(row, Heading)), *self._findings(), *self._unplaced()])
        self._link("heading", above(self.making.reading.headings))
        self._link("task", above(self.making.reading.tasks))

    def _clear(self) -> None:
        """What is made anew with each reading, and the places that kept rows had in the old text."""
        programme = self.making.programme
        Finding.objects.filter(programme=programme).delete()
        Unplaced.objects.filter(programme=programme).delete()
        TaskReference.objects.filter(task__in=self.reworded).delete()
        Quantity.objects.filter(Q(task__in=self.reworded) | Q(deliverable__task__in=self.reworded)).delete()
        for owner, keys in _by_column(self.moved).items():
            SourceSpan.objects.filter(**{f"{owner}__in": keys}).delete()
        for model, rows in by_model(self.changed).items():
            if issubclass(model, Item):
                model._default_manager.filter(pk__in=[row.pk for row in rows]).update(reading_index=None)

    def _findings(self) -> Iterable[Model]:
        for item in self.making.reading.findings:
            row = Finding(
                programme=self.making.programme,
                position=item.span[0],
                kind=item.kind,
                message=item.message,
                item_code=item.item or "",
            )
            yield row
            yield from self.making.spans_of((), item.span, finding=row)

    def _unplaced(self) -> Iterable[Model]:
        for item in self.making.reading.unplaced:
            row = Unplaced(programme=self.making.programme, position=item.span[0], text=item.text)
            yield row
            yield from self.making.spans_of((), item.span, unplaced=row)

    def _link(self, kind: str, places_above: Iterable[int | None]) -> None:
        moved = []
        for place, place_above in enumerate(places_above):
            row = self.rows.get((kind, place))
            parent = None if place_above is None else self.rows.get((kind, place_above))
            key = parent.pk if parent else None
            if isinstance(row, Heading | Task) and row.parent_id != key:
                row.parent_id = key
                moved.append(row)
        save(moved, columns=("parent",))


def above(items: Sequence[read.Heading | read.Task]) -> list[int | None]:
    """The place of each item's parent: the nearest before it with the parent's code, for codes may repeat."""
    nearest: dict[str, int] = {}
    places = []
    for place, item in enumerate(items):
        places.append(nearest.get(item.parent) if item.parent else None)
        if item.parent != item.code:
            # A paragraph of orientation carries the code of the heading that it explains.
            nearest[item.code] = place
    return places


def _by_column(rows: Iterable[Item]) -> dict[str, list[int]]:
    """Keys by the column of SourceSpan that names their model."""
    columns = {column.replace("_", ""): column for column in OWNERS}
    keys: dict[str, list[int]] = {}
    for row in rows:
        if row._meta.model_name in columns:
            keys.setdefault(columns[row._meta.model_name], []).append(row.pk)
    return keys
