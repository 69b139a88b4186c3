"""Every item of a programme as the review counts it: light values, whatever the number of items."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Value
from django.db.models.fields import IntegerField

from tinhso.steering.pages.review.kinds import KINDS, Kind
from tinhso.steering.programmes.models import Acceptance, Assignment, Programme


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: what it is, where it stands, how far a person stands behind it."""

    kind: str
    key: int
    position: int
    acceptance: str
    accepted_by: str
    is_dropped: bool
    is_unsure: bool

    @property
    def name(self) -> str:
        """ "task-12"."""
        return f"{self.kind}-{self.key}"

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.acceptance == Acceptance.PROPOSED and not self.is_dropped


def entries_of(programme: Programme) -> list[Entry]:
    """All that stand and all that a person dropped, in the order of the document; six queries."""
    unsure = _unsure(programme)
    found = [_entry(kind.key, row, unsure) for kind in KINDS.values() for row in _rows(kind, programme)]
    return sorted(found, key=lambda entry: (entry.position, entry.key))


def _rows(kind: Kind, programme: Programme) -> Iterable[tuple[Any, ...]]:
    rows = kind.model._default_manager.filter(programme=programme)
    dropped = F("withdrawn_by") if kind.is_editable else Value(None, IntegerField(null=True))
    told = rows.annotate(dropper=dropped).exclude(withdrawn_at__isnull=False, dropper=None)
    return told.values_list("pk", "position", "acceptance", "accepted_by__display_name", "dropper")


def _unsure(programme: Programme) -> frozenset[tuple[str, int]]:
    rows = Assignment.objects.current().unsure().filter(programme=programme).order_by()
    found = rows.values_list("indicator", "task", "duty")
    kinds = ("indicator", "task", "duty")
    return frozenset((kind, key) for row in found for kind, key in zip(kinds, row, strict=True) if key)


def _entry(kind: str, row: tuple[Any, ...], unsure: frozenset[tuple[str, int]]) -> Entry:
    key, position, acceptance, by, dropper = row
    return Entry(kind, key, position, acceptance, by or "", dropper is not None, (kind, key) in unsure)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review is: so many of so many accepted, and by whom."""

    done: int
    total: int
    people: list[tuple[str, int]]

    @property
    def left(self) -> int:
        """How many nobody has accepted yet."""
        return self.total - self.done


def progress_of(entries: Sequence[Entry]) -> Progress:
    """Counts what stands; the busiest person first."""
    standing = [entry for entry in entries if not entry.is_dropped]
    done = [entry for entry in standing if not entry.is_proposed]
    people = Counter(entry.accepted_by for entry in done if entry.accepted_by)
    return Progress(len(done), len(standing), people.most_common())
