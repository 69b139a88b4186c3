"""A draft as the decision that it will be, and a decision in force as the draft that it might have been."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from tinhso.kernel.organisations.models import Reorganisation, Succession, UnitVersion
from tinhso.kernel.organisations.reorganising.steps import Action, Follow, Order, Step
from tinhso.kernel.reorganisations.heirs import heirs
from tinhso.kernel.reorganisations.models import Deed, Draft, Line
from tinhso.kernel.reorganisations.models.lines import FOLLOWED

_COLUMNS = ("name", "short_name", "kind", "official_code")
_FACTS = ("key", "title", "number", "issuer", "issued_on", "effective_on", "source")


def orders_of(drafts: Sequence[Draft]) -> list[Order]:
    """The decisions of one day, with what stands under the units that end moved along where the lines say so."""
    lines = [line for draft in drafts for line in draft.lines.all()]
    moves = dict(_moves(lines, drafts))
    return [_order(draft, moves) for draft in drafts]


def lines_of(decision: Reorganisation) -> list[Line]:
    """The lines, not saved, that would do what a decision in force did."""
    begun = list(decision.versions_begun.select_related("unit", "parent").order_by("pk"))
    ended = {version.unit_id: version for version in decision.versions_ended.select_related("unit")}
    links = list(decision.successions.select_related("predecessor", "successor").order_by("pk"))
    stopped = {unit: version for unit, version in ended.items() if unit not in {each.unit_id for each in begun}}
    told = {link.predecessor_id for link in links}
    return [
        *(_begun(version, ended.get(version.unit_id)) for version in begun),
        *(_followed(link, ends=link.predecessor_id in stopped) for link in links),
        *(_stopped(version) for unit, version in stopped.items() if unit not in told),
    ]


def facts_of(decision: Reorganisation) -> dict[str, object]:
    """What a draft keeps of a decision."""
    return {name: getattr(decision, name) for name in _FACTS}


def _order(draft: Draft, moves: dict[str, tuple[int, str]]) -> Order:
    lines = list(draft.lines.all())
    moved = [Step("amend", unit, parent=parent) for unit, (owner, parent) in moves.items() if owner == draft.pk]
    ending = dict.fromkeys(line.unit for line in lines if line.ends)
    steps = [
        *(_step("establish", line) for line in lines if line.deed == Deed.ESTABLISH),
        *(_step("amend", line) for line in lines if line.deed == Deed.AMEND),
        *moved,
        *(Step("end", unit) for unit in ending),
    ]
    decision = Reorganisation(**{name: getattr(draft, name) for name in _FACTS})
    return Order(decision, tuple(steps), tuple(_follow(line) for line in lines if _is_told(line)))


def _moves(lines: Iterable[Line], drafts: Sequence[Draft]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Each unit that stands under one that ends: in which draft it is moved, and to whom."""
    listed, day = list(lines), drafts[0].effective_on if drafts else None
    leaving = {line.unit: line.draft_id for line in listed if line.ends and line.with_children}
    if not leaving or day is None:
        return
    settled = {line.unit for line in listed if line.ends or (line.deed == Deed.AMEND and line.parent)}
    followers = heirs(listed, day)
    below = UnitVersion.objects.valid_on(day - timedelta(days=1)).filter(parent__key__in=leaving)
    for unit, parent in below.in_order().values_list("unit__key", "parent__key"):
        if unit not in settled and followers.get(parent or ""):
            yield unit, (leaving[parent or ""], followers[parent or ""])


def _step(action: Action, line: Line) -> Step:
    columns = {name: getattr(line, name) for name in (*_COLUMNS, "parent", "head_title")}
    return Step(action, line.unit, **columns)


def _is_told(line: Line) -> bool:
    return line.deed in FOLLOWED or line.deed == Deed.DISSOLVE


def _follow(line: Line) -> Follow:
    return Follow(line.deed, line.unit, line.successor, line.share, line.function)


def _begun(version: UnitVersion, before: UnitVersion | None) -> Line:
    parent = version.parent.key if version.parent else ""
    if before is None:
        head = version.unit.posts.filter(rank="head", valid_from=version.valid_from).first()
        columns = {name: getattr(version, name) for name in _COLUMNS}
        title = head.title if head else ""
        return Line(deed=Deed.ESTABLISH, unit=version.unit.key, parent=parent, head_title=title, **columns)
    changed = {name: getattr(version, name) for name in _COLUMNS if getattr(version, name) != getattr(before, name)}
    moved = parent if version.parent_id != before.parent_id else ""
    return Line(deed=Deed.AMEND, unit=version.unit.key, parent=moved, **changed)


def _stopped(version: UnitVersion) -> Line:
    return Line(deed=Deed.END, unit=version.unit.key, ends=True)


def _followed(link: Succession, *, ends: bool) -> Line:
    return Line(
        deed=link.manner,
        unit=link.predecessor.key,
        successor=link.successor.key if link.successor else "",
        share=link.share,
        function=link.function,
        ends=ends,
    )
