"""A recorded value in the words of its column: a choice by its label, a day as a day, yes and no."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from tinhso.lib.dates import parse_date, write_date
from tinhso.surfaces.web.log.facts import LABELS, in_words

Column: TypeAlias = "models.Field[Any, Any]"
_LONGEST = 160


def columns_of(model: type[models.Model] | None) -> dict[str, Column]:
    """The columns of a table by name; none of a table that is no more."""
    return {str(field.column): field for field in model._meta.concrete_fields} if model else {}


def label(fields: Mapping[str, Column], column: str) -> str:
    """The column's Vietnamese name; of a link without one, what it leads to; of a note's fact, what that is."""
    field = fields.get(column)
    if field is None:
        return LABELS.get(column, column)
    unnamed = str(field.verbose_name) == field.name.replace("_", " ")
    linked = field.related_model if unnamed and field.is_relation else None
    return str(linked._meta.verbose_name if isinstance(linked, type) else field.verbose_name)


def said(value: object, field: "Column | None") -> str:
    """The value for people, cut where it is very long."""
    if value is None or value == "":
        return ""
    words = _of_kind(value, field) or (in_words(value) if field is None else str(value))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _of_kind(value: object, field: "Column | None") -> str:
    if isinstance(field, models.BooleanField):
        return "có" if value else "không"
    if isinstance(field, models.DateTimeField):
        return _moment(parse_datetime(str(value)))
    if isinstance(field, models.DateField):
        day = parse_date(str(value))
        return write_date(day) if day else ""
    return _choice(value, field)


def _choice(value: object, field: "Column | None") -> str:
    return str(dict(field.flatchoices).get(value, "")) if field is not None and field.choices else ""


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    # SQLite keeps UTC without saying so.
    local = timezone.localtime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return f"{local:%H:%M} {write_date(local.date())}"
