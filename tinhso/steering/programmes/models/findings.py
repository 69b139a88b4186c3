"""What is to be settled before signing."""

from django.db import models


class Finding(models.Model):
    """Something to settle before signing; ``kind`` is stable ("no_owner"), ``item_code`` the item concerned."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    kind = models.CharField("loại")
    message = models.TextField("nội dung")
    item_code = models.CharField("mã mục", blank=True)

    class Meta:
        verbose_name = "điểm cần xem lại"
        verbose_name_plural = "điểm cần xem lại"
        ordering = ("programme", "position", "pk")

    def __str__(self) -> str:
        return self.message
