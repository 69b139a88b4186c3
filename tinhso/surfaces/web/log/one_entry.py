"""One entry of the log: every column before and after, where it stands in the chain, and its like."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Entry
from tinhso.surfaces.web.log.lines import lines
from tinhso.surfaces.web.log.values import columns_of, label, said


@dataclass(frozen=True, slots=True)
class Cell:
    """One column before and after, whether or not it changed."""

    label: str
    before: str
    after: str
    changed: bool


@require_safe
def entry(request: HttpRequest, entry: int) -> HttpResponse:
    """A constant number of queries for each table: the names behind its foreign keys."""
    require(request, Verb.READ_AUDIT)
    found = get_object_or_404(Entry, pk=entry)
    models_by_table = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    alike = Entry.objects.filter(table_name=found.table_name, row_key=found.row_key)
    context = {
        "line": lines([found])[0],
        "cells": _cells(models_by_table.get(found.table_name), found),
        "before": alike.filter(id__lt=found.pk).order_by("-id").values_list("id", flat=True).first(),
        "after": alike.filter(id__gt=found.pk).order_by("id").values_list("id", flat=True).first(),
    }
    return render(request, "log/entry.html", context)


def _cells(model: type[models.Model] | None, found: Entry) -> list[Cell]:
    before, after, fields = found.before or {}, found.after or {}, columns_of(model)
    cells = []
    for column in dict.fromkeys((*before, *after)):
        field = fields.get(column)
        rows = (before.get(column), after.get(column))
        names = _names(field, rows) if isinstance(field, models.ForeignKey) else {}
        was, became = (names.get(str(value)) or said(value, field) for value in rows)
        cells.append(Cell(label(fields, column), was, became, before.get(column) != after.get(column)))
    return cells


def _names(field: "models.ForeignKey[models.Model, models.Model]", keys: tuple[object, ...]) -> dict[str, str]:
    """What the keys of another table mean now."""
    related = field.remote_field.model
    found = related._default_manager.filter(pk__in=[key for key in keys if key is not None])
    return {str(row.pk): f"{row} (khóa {row.pk})" for row in found}
