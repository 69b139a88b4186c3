"""Validity in days: ``valid_from`` is the first day, ``valid_to`` the first day no longer, null while open."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

Dated = TypeVar("Dated", bound=models.Model, covariant=True)


def valid_on(day: date, path: str = "") -> Q:
    """The condition "holds on that day", for a model reached by ``path`` ("post__")."""
    open_ended = Q(**{f"{path}valid_to__isnull": True}) | Q(**{f"{path}valid_to__gt": day})
    return Q(**{f"{path}valid_from__lte": day}) & open_ended


class ValidityQuerySet(models.QuerySet[Dated]):
    """Rows that hold for a time."""

    def valid_on(self, day: date) -> Self:
        """Those that hold on that day."""
        return self.filter(valid_on(day))


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """At least one day of validity."""
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
        violation_error_message="Ngày hết hiệu lực phải sau ngày bắt đầu.",
    )
