"""Columns named by their paths, as a list of records shows them."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils import timezone

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number


def field_of(model: type[Model], path: str) -> "Field[object, object]":
    """The column at the end of "document__number". Raises FieldDoesNotExist."""
    here: type[Model] | None = model
    found: Field[object, object] | None = None
    for name in path.split("__"):
        if here is None:
            raise FieldDoesNotExist(f"{path}: nothing lies behind {found}")
        column = here._meta.pk if name == "pk" else here._meta.get_field(name)
        if not isinstance(column, Field):
            raise FieldDoesNotExist(f"{here.__name__} has no column {name!r}")
        found, here = column, column.related_model if isinstance(column.related_model, type) else None
    if found is None:
        raise FieldDoesNotExist(path)
    return found


def label_of(model: type[Model], path: str) -> str:
    """What stands above it."""
    return str(field_of(model, path).verbose_name)


def written(model: type[Model], path: str, value: object) -> str:
    """A value as a list shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%H:%M} {write_date(timezone.localtime(value).date())}"
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, Decimal | int):
        return write_number(value)
    return str(dict(field_of(model, path).flatchoices or ()).get(value, value))
