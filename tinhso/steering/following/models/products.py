"""A product of a task, in."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from tinhso.steering.following.models.deeds import Deed, DeedQuerySet
from tinhso.steering.programmes.models import Deliverable


class ProductQuerySet(DeedQuerySet["ProductRecord"]):
    """Products that are in."""

    def in_force(self) -> Self:
        """Those not taken back."""
        return self.filter(taken_back_at__isnull=True)


class ProductRecord(Deed):
    """A product that the plan names is in since ``day``; its evidence is what shows it. Taken back, it was not."""

    deliverable = models.ForeignKey(Deliverable, models.CASCADE, related_name="records", verbose_name="sản phẩm")
    taken_back_at = models.DateTimeField("rút lúc", null=True, blank=True)

    objects: ClassVar = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = "sản phẩm đã ghi nhận"
        verbose_name_plural = "sản phẩm đã ghi nhận"
        constraints = (
            models.UniqueConstraint(
                fields=("deliverable",),
                condition=Q(taken_back_at__isnull=True),
                name="product_is_in_once",
                violation_error_message="Sản phẩm này đã được ghi nhận.",
            ),
        )
