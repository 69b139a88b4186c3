"""What was read in a document, as it was read."""

from django.db import models
from django.db.models import Q

from tinhso.steering.programmes.models.documents import PlanDocument


class StoredReading(models.Model):
    """What the reader found, frozen: the archived answer. Rows made from it may change; this does not."""

    document = models.OneToOneField(PlanDocument, models.CASCADE, related_name="reading", verbose_name="văn bản")
    text = models.TextField("văn bản đã chuẩn hóa")
    content = models.JSONField("kết quả đọc")
    coverage = models.DecimalField("tỷ lệ phủ", max_digits=6, decimal_places=5)
    indicator_count = models.PositiveIntegerField("số chỉ tiêu")
    target_count = models.PositiveIntegerField("số mức chỉ tiêu")
    task_count = models.PositiveIntegerField("số nhiệm vụ")
    duty_count = models.PositiveIntegerField("số chế độ báo cáo")
    finding_count = models.PositiveIntegerField("số điểm cần xem lại")
    unplaced_count = models.PositiveIntegerField("số đoạn chưa xếp được")
    read_at = models.DateTimeField("đọc lúc", auto_now_add=True)

    class Meta:
        verbose_name = "kết quả đọc"
        verbose_name_plural = "kết quả đọc"
        constraints = (
            models.CheckConstraint(
                name="reading_coverage_is_a_share",
                condition=Q(coverage__gte=0, coverage__lte=1),
                violation_error_message="Tỷ lệ phủ nằm trong khoảng 0 đến 1.",
            ),
        )

    def __str__(self) -> str:
        return str(self.document)
