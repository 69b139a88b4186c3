"""What a person decided about one change of a corrected version, before the version is applied."""

from django.db import models

from tinhso.kernel.accounts.models import Account


class Decision(models.Model):
    """Take the change or keep what the programme has. ``base`` is the document that the programme stood on when it was
    compared; ``key`` names the change within that comparison (``Change.key``)."""

    class Choice(models.TextChoices):
        """Which words hold."""

        TAKE = "take", "Lấy bản mới"
        KEEP = "keep", "Giữ như đang có"

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="decisions")
    base = models.ForeignKey("programmes.PlanDocument", models.CASCADE, related_name="+", verbose_name="bản đang dùng")
    document = models.ForeignKey("programmes.PlanDocument", models.CASCADE, related_name="+", verbose_name="bản mới")
    key = models.CharField("thay đổi", max_length=60)
    choice = models.CharField("quyết định", max_length=4, choices=Choice.choices)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người quyết định")
    at = models.DateTimeField("lúc", auto_now=True)

    class Meta:
        verbose_name = "quyết định về thay đổi"
        verbose_name_plural = "quyết định về thay đổi"
        ordering = ("programme", "document", "key")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "base", "document", "key"),
                name="decision_once",
                violation_error_message="Thay đổi này đã có quyết định.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.get_choice_display()}"
