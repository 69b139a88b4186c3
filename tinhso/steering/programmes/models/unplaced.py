"""A piece of the text that fell into no item."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account


class UnplacedQuerySet(models.QuerySet["Unplaced"]):
    """Pieces by whether a person has looked at them."""

    def waiting(self) -> "UnplacedQuerySet":
        """Those that nobody has placed or set aside."""
        return self.filter(set_aside_at__isnull=True)


class Unplaced(models.Model):
    """A piece of the text that fell into no item, kept so that a person can see it; set aside when it is no item."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="unplaced")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    text = models.TextField("đoạn văn")
    set_aside_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người xác nhận không phải mục"
    )
    set_aside_at = models.DateTimeField("xác nhận không phải mục lúc", null=True, blank=True)

    objects = UnplacedQuerySet.as_manager()

    class Meta:
        verbose_name = "đoạn chưa xếp được"
        verbose_name_plural = "đoạn chưa xếp được"
        ordering = ("programme", "position", "pk")
        constraints = (
            models.CheckConstraint(
                name="unplaced_set_aside_by_somebody",
                condition=Q(set_aside_by__isnull=True, set_aside_at__isnull=True)
                | Q(set_aside_by__isnull=False, set_aside_at__isnull=False),
                violation_error_message="Xác nhận không phải mục phải ghi ai và lúc nào.",
            ),
        )

    def __str__(self) -> str:
        return self.text
