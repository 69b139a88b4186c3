"""Indicators that a metric counts, and the values that counts gave."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.models import Count
from tinhso.steering.figures.models.values import Value
from tinhso.steering.programmes.models import Indicator, Programme


class TieQuerySet(models.QuerySet["Tie"]):
    """Ties by when they hold."""

    def holding_on(self, day: date) -> Self:
        """Those by which spans that end on the day are counted."""
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=day), from_on__lte=day)

    def of_programme(self, programme: Programme) -> Self:
        """Those of the programme's present indicators."""
        return self.filter(indicator__programme=programme, indicator__withdrawn_at=None)


class Tie(models.Model):
    """An indicator is counted by a metric, for spans that end from ``from_on`` to ``to_on`` (None: on and on).

    Without ``tied_by`` the machine tied it by the indicator's name.
    """

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="ties", verbose_name="chỉ tiêu")
    metric = models.CharField("phép đếm", max_length=60)
    from_on = models.DateField("từ kỳ kết thúc ngày")
    to_on = models.DateField("đến kỳ kết thúc ngày", null=True, blank=True)
    tied_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người gắn"
    )
    tied_at = models.DateTimeField("gắn lúc")

    objects = TieQuerySet.as_manager()

    class Meta:
        verbose_name = "chỉ tiêu được đếm"
        verbose_name_plural = "chỉ tiêu được đếm"
        ordering = ("indicator", "from_on", "pk")
        constraints = (
            models.CheckConstraint(
                name="tie_ends_after_it_begins",
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày cuối không được trước ngày đầu.",
            ),
            models.UniqueConstraint(
                fields=("indicator",),
                condition=Q(to_on__isnull=True),
                name="indicator_counted_by_one_metric",
                violation_error_message="Chỉ tiêu đang được đếm bằng một phép đếm khác.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.metric}"


class CountedValue(models.Model):
    """A value of source "counted", with the count that gave it: the records of its unit there are what it counts."""

    value = models.OneToOneField(
        Value, models.CASCADE, primary_key=True, related_name="counted", verbose_name="số liệu"
    )
    count = models.ForeignKey(Count, models.PROTECT, related_name="values", verbose_name="lần đếm")

    class Meta:
        verbose_name = "số liệu được đếm"
        verbose_name_plural = "số liệu được đếm"
        ordering = ("value",)

    def __str__(self) -> str:
        return f"{self.value_id} {self.count_id}"
