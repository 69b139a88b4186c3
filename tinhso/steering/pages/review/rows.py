"""Items as rows of the review's list, with what their rows tell: the same eight queries, whatever stands in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from tinhso.lib.dates import write_date
from tinhso.steering.pages.marks import SIGNS
from tinhso.steering.pages.review.entries import Entry
from tinhso.steering.pages.review.kinds import KINDS, Kind
from tinhso.steering.programmes.models import (
    Acceptance,
    Assignment,
    Deadline,
    Deliverable,
    Duty,
    EditableItem,
    Indicator,
    Item,
    Programme,
    Target,
    Task,
)
from tinhso.steering.programmes.naming import name_of

_CHIPS = {Acceptance.ACCEPTED: ("good", "Đã chấp nhận"), Acceptance.CORRECTED: ("info", "Đã sửa")}
#: Whom a row names: who watches an indicator, leads a task, sends a report.
_FIRST_ROLE = {"indicator": Assignment.Role.WATCHER, "task": Assignment.Role.LEAD, "duty": Assignment.Role.SENDER}

Span = tuple[int, int]
"""Positions [first, last) of the items wanted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the list."""

    item: Item
    kind: str
    text: str
    facts: tuple[str, ...]
    is_unsure: bool

    @property
    def name(self) -> str:
        """ "task-12"."""
        return name_of(self.item)

    @property
    def sign(self) -> str:
        """ "NV II.1.a.2"."""
        return f"{SIGNS[self.kind]} {getattr(self.item, 'code', '')}".strip()

    @property
    def is_editable(self) -> bool:
        """Whether it may be corrected, split, merged, dropped."""
        return isinstance(self.item, EditableItem)

    @property
    def is_dropped(self) -> bool:
        """Whether a person took it out."""
        return isinstance(self.item, EditableItem) and self.item.is_dropped

    @property
    def chip(self) -> tuple[str, str] | None:
        """Tone and words of its state; nothing while it is only proposed."""
        if self.is_dropped:
            return "bad", "Đã bỏ"
        return _CHIPS.get(Acceptance(self.item.acceptance))


@dataclass(slots=True)
class _Facts:
    """What stands about items, by their names."""

    people: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    targets: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    products: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def rows_of(programme: Programme, entries: Sequence[Entry], span: Span) -> list[Row]:
    """The rows of these entries, all of which stand in the span, in their order."""
    items = {(kind.key, item.pk): item for kind in KINDS.values() for item in _items(kind, programme, span)}
    facts = _facts(programme, span)
    found = ((entry, items.get((entry.kind, entry.key))) for entry in entries)
    return [_row(item, entry, facts) for entry, item in found if item is not None]


def row_of(programme: Programme, entry: Entry) -> Row:
    """One row anew, as after it was accepted."""
    (row,) = rows_of(programme, [entry], (entry.position, entry.position + 1))
    return row


def _items(kind: Kind, programme: Programme, span: Span) -> Iterable[Item]:
    rows = kind.model._default_manager.filter(programme=programme, position__gte=span[0], position__lt=span[1])
    return rows.select_related("accepted_by")


def _facts(programme: Programme, span: Span) -> _Facts:
    facts = _Facts()
    about = Q()
    for kind in _FIRST_ROLE:
        about |= Q(**_within(kind, span))
    people = Assignment.objects.current().filter(about, programme=programme).order_by("position", "pk")
    for each in people.only("role", "wording", *_FIRST_ROLE):
        kind, key = next((kind, getattr(each, f"{kind}_id")) for kind in _FIRST_ROLE if getattr(each, f"{kind}_id"))
        if each.role == _FIRST_ROLE[kind]:
            facts.people[f"{kind}-{key}"].append(each.wording)
    targets = Target.objects.current().filter(programme=programme, **_within("indicator", span))
    for target in targets.order_by("position", "pk"):
        facts.targets[f"indicator-{target.indicator_id}"].append(target.written())
    products = Deliverable.objects.current().filter(programme=programme, **_within("task", span))
    for task in products.values_list("task", flat=True):
        facts.products[f"task-{task}"] += 1
    return facts


def _within(kind: str, span: Span) -> dict[str, int]:
    return {f"{kind}__position__gte": span[0], f"{kind}__position__lt": span[1]}


def _row(item: Item, entry: Entry, facts: _Facts) -> Row:
    told = tuple(fact for fact in _told(item, entry.name, facts) if fact)
    return Row(item, entry.kind, _text(item), told, entry.is_unsure)


def _text(item: Item) -> str:
    if isinstance(item, Indicator):
        return item.name
    return item.what if isinstance(item, Duty) else str(getattr(item, "text", ""))


def _told(item: Item, name: str, facts: _Facts) -> Iterator[str]:
    if isinstance(item, EditableItem):
        yield "; ".join(facts.people[name]) or ("" if isinstance(item, Duty) else "không nêu ai")
    if isinstance(item, Indicator):
        yield "; ".join(facts.targets[name]) or "chưa có mức"
    if isinstance(item, Task):
        yield _due(item)
        yield f"{facts.products[name]} sản phẩm" if facts.products[name] else ""
    if isinstance(item, Duty):
        yield item.due or str(item.get_frequency_display())


def _due(task: Task) -> str:
    if task.due_on is None:
        basis = str(Deadline.Basis(task.due_basis).label).lower() if task.due_basis else ""
        return "việc thường xuyên" if task.standing else basis or "không hạn"
    day = f"{'trước ' if task.due_before else ''}{write_date(task.due_on)}"
    return f"{day} (suy ra)" if task.due_basis == Deadline.Basis.INFERRED else day
