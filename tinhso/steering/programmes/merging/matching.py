"""Which part of a kept item is which fresh part of its new reading."""

from collections.abc import Iterable

from django.db.models import Model

from tinhso.lib.text import fold
from tinhso.steering.programmes.models import Assignment, Deadline, Deliverable, Item, Target

Pairs = list[tuple[Model, Item]]
"""Fresh row, kept row."""

#: Labels of a comparison (see ``facts``) by which the parts of a model may change.
LABELS: dict[type[Model], frozenset[str]] = {
    Target: frozenset({"Mức"}),
    Deliverable: frozenset({"Sản phẩm"}),
    Deadline: frozenset({"Thời hạn", "Sản phẩm", "Tính chất"}),
    Assignment: frozenset({"Chủ trì theo dõi", "Chủ trì thực hiện", "Chủ trì", "Phối hợp", "Người gửi", "Nơi nhận"}),
}


def pair(fresh: Iterable[Model], kept: Iterable[Item]) -> Pairs:
    """Parts that say the same, each once; then targets and products in their order, which were reworded."""
    waiting = list(kept)
    pairs: Pairs = []
    left = []
    for row in fresh:
        twin = next((old for old in waiting if type(old) is type(row) and _says(old) == _says(row)), None)
        if twin is None:
            left.append(row)
        else:
            waiting.remove(twin)
            pairs.append((row, twin))
    for model in (Target, Deliverable):
        reworded = (row for row in left if isinstance(row, model))
        pairs += zip(reworded, [old for old in waiting if isinstance(old, model)], strict=False)
    return pairs


def says_the_same(one: Model, other: Model) -> bool:
    """Whether two parts hold the same content."""
    return _says(one) == _says(other)


def same_day(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines say the same, whatever they belong to."""
    return _day(one) == _day(other)


def _day(part: Deadline) -> tuple[object, ...]:
    return part.kind, part.start_on, part.due_on, part.before, part.interval, fold(part.wording)


def _says(part: Model) -> tuple[object, ...]:
    if isinstance(part, Target):
        limits = (part.by_on, part.from_on, part.each_year, part.level, part.scope)
        return part.value, part.value_to, part.unit, part.comparator, *limits
    if isinstance(part, Deliverable):
        return (fold(part.text),)
    if isinstance(part, Assignment):
        return part.role, fold(part.wording)
    if isinstance(part, Deadline):
        return part.deliverable and fold(part.deliverable.text), *_day(part)
    return (id(part),)
