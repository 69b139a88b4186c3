"""Checks at the start: a declaration names columns that exist, each code stands once, versions are in order."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldDoesNotExist
from django.db.models import AutoField, IntegerField

from tinhso.kernel.metrics.catalogue import metrics
from tinhso.kernel.metrics.columns import field_of
from tinhso.kernel.metrics.recipes import Metric, Recipe, Records

_UNIT = "organisations.unit"


def every_metric_can_be_counted(app_configs: object = None, **options: object) -> list[CheckMessage]:
    """metrics.E001 to E003, for every metric declared."""
    return list(faults(metrics()))


def faults(declared: Iterable[Metric]) -> Iterator[CheckMessage]:
    """What is wrong with the declarations."""
    listed = list(declared)
    for code, times in Counter(metric.code for metric in listed).items():
        if times > 1:
            yield Error(f"metric {code}: declared {times} times", id="metrics.E002")
    for metric in listed:
        yield from _order(metric)
        for recipe in metric.versions:
            yield from _columns(metric, recipe)


def _order(metric: Metric) -> Iterator[CheckMessage]:
    numbers = [recipe.version for recipe in metric.versions]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        yield Error(f"metric {metric.code}: its versions are not 1, 2, …", id="metrics.E003")
    if any(recipe.until is not None and recipe.until < recipe.since for recipe in metric.versions):
        yield Error(f"metric {metric.code}: a version ends before it begins", id="metrics.E003")


def _columns(metric: Metric, recipe: Recipe) -> Iterator[CheckMessage]:
    for side, records in recipe.sides.items():
        for fault in _faults_of(records):
            yield Error(f"metric {metric.code}, version {recipe.version}, {side}: {fault}", id="metrics.E001")


def _faults_of(records: Records) -> Iterator[str]:
    for path in (*records.columns, *records.page[1:]):
        try:
            field_of(records.model, path)
        except FieldDoesNotExist as misspelt:
            yield str(misspelt)
    if strange := sorted(set(records.personal) - set(records.columns)):
        yield f"personal names what is no column: {', '.join(strange)}"
    if not _leads_to_a_unit(records):
        yield f"{records.unit!r} leads to no unit"
    if not isinstance(records.model._meta.pk, AutoField | IntegerField):
        yield "its key is no whole number"


def _leads_to_a_unit(records: Records) -> bool:
    try:
        field = field_of(records.model, records.unit)
    except FieldDoesNotExist:
        return False
    named = field.model if field.primary_key else field.related_model
    return isinstance(named, type) and named._meta.label_lower == _UNIT
