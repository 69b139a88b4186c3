"""What stands on units: everything kept anywhere that names one of them or one of their posts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db.models import ForeignKey, Model, Q

from tinhso.kernel.organisations.models import Post, Unit

#: What belongs to a model's rows themselves and stands on nothing, by model.
Own = Mapping[type[Model], Q]


@dataclass(frozen=True, slots=True)
class Standing:
    """So many rows of one kind: "3 phân công"."""

    label: str
    count: int


def standing_on(units: Collection[int], *, besides: Own) -> list[Standing]:
    """Every kind of rows that names the units or their posts, but those in ``besides``; a query for each column."""
    counts: dict[str, int] = {}
    for model, path in _columns():
        rows = model._default_manager.filter(**{f"{path}__in": units})
        label = str(model._meta.verbose_name)
        counts[label] = counts.get(label, 0) + rows.exclude(besides.get(model, Q(pk__in=()))).count()
    return [Standing(label, count) for label, count in counts.items() if count]


def _columns() -> Iterator[tuple[type[Model], str]]:
    paths = {Unit: "", Post: "__unit"}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model in paths:
                yield model, f"{field.name}{paths[field.related_model]}"
