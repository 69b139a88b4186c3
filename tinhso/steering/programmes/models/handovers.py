"""A decision to give chosen work to another unit than the rules of succession would."""

from django.db import models

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models.assignments import Assignment


class Handover(models.Model):
    """Giao tiếp: from ``effective_on`` on ``unit`` does what the assignment orders; without one the rules hold again.

    The last one holds; what holds is repeated on the assignment, so that lists need no join.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="handovers", verbose_name="phân công")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="handovers", verbose_name="đơn vị tiếp nhận"
    )
    effective_on = models.DateField("từ ngày")
    reason = models.CharField("căn cứ, lý do", max_length=500)
    decided_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người quyết định")
    decided_at = models.DateTimeField("quyết định lúc", auto_now_add=True)

    class Meta:
        verbose_name = "giao tiếp"
        verbose_name_plural = "giao tiếp"
        ordering = ("-decided_at", "-pk")

    def __str__(self) -> str:
        return f"{self.assignment} → {self.unit or '∅'}"
