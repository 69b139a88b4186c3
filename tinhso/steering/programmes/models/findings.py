"""What is to be settled before signing."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account


class Finding(models.Model):
    """Something to settle before signing; ``kind`` is stable ("no_owner"), ``item_code`` the item concerned."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    kind = models.CharField("loại")
    message = models.TextField("nội dung")
    item_code = models.CharField("mã mục", blank=True)
    seen_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đã xem"
    )
    seen_at = models.DateTimeField("đã xem lúc", null=True, blank=True)

    class Meta:
        verbose_name = "điểm cần xem lại"
        verbose_name_plural = "điểm cần xem lại"
        ordering = ("programme", "position", "pk")
        constraints = (
            models.CheckConstraint(
                name="finding_seen_by_somebody",
                condition=Q(seen_by__isnull=True, seen_at__isnull=True)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
                violation_error_message="Điểm đã xem phải ghi ai xem và lúc nào.",
            ),
        )

    def __str__(self) -> str:
        return self.message
