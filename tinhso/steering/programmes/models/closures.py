"""When a programme was closed, and opened again."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models.programme import Programme


class Closure(models.Model):
    """A programme stands closed from one moment until it is opened again; why is said both times."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="closures", verbose_name="chương trình")
    reason = models.CharField("lý do kết thúc", max_length=500)
    closed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người kết thúc")
    closed_at = models.DateTimeField("kết thúc lúc", auto_now_add=True)
    reopening_reason = models.CharField("lý do mở lại", max_length=500, blank=True)
    reopened_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người mở lại"
    )
    reopened_at = models.DateTimeField("mở lại lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lần kết thúc chương trình"
        verbose_name_plural = "lần kết thúc chương trình"
        ordering = ("-closed_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("programme",), condition=Q(reopened_at__isnull=True), name="closure_open_once"
            ),
            models.CheckConstraint(
                name="closure_reopened_whole",
                condition=Q(reopened_at__isnull=True, reopened_by__isnull=True, reopening_reason="")
                | (Q(reopened_at__isnull=False, reopened_by__isnull=False) & ~Q(reopening_reason="")),
                violation_error_message="Mở lại phải có người và lý do.",
            ),
            models.CheckConstraint(
                name="closure_has_reason",
                condition=~Q(reason=""),
                violation_error_message="Kết thúc phải có lý do.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.programme}: {self.reason}"
