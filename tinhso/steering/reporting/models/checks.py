"""Whether a check of reports warns or blocks, in one programme."""

from django.db import models
from django.db.models import TextChoices

from tinhso.steering.programmes.models import Programme


class Check(TextChoices):
    """What is looked at before a report is sent."""

    UNSAID = "unsaid", "Còn dòng chưa xác nhận"
    OVER_WHOLE = "over_whole", "Tử số lớn hơn mẫu số"
    JUMP = "jump", "Thay đổi đột biến so với kỳ trước"
    FALL = "fall", "Số lũy kế giảm so với kỳ trước"
    NO_EVIDENCE = "no_evidence", "Báo hoàn thành mà chưa có minh chứng"
    NO_RESULTS = "no_results", "Chưa ghi kết quả thực hiện"
    NOT_KNOWN = "not_known", "Chưa có số liệu, đã ghi lý do"


class Severity(TextChoices):
    """What follows."""

    WARN = "warn", "Cảnh báo"
    BLOCK = "block", "Không cho gửi"


#: What holds where a programme has not said otherwise.
USUAL = {
    Check.UNSAID: Severity.BLOCK,
    Check.OVER_WHOLE: Severity.WARN,
    Check.JUMP: Severity.WARN,
    Check.FALL: Severity.WARN,
    Check.NO_EVIDENCE: Severity.WARN,
    Check.NO_RESULTS: Severity.WARN,
    Check.NOT_KNOWN: Severity.WARN,
}


class CheckRule(models.Model):
    """One check of one programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="check_rules", verbose_name="chương trình")
    check_name = models.CharField("kiểm tra", max_length=12, choices=Check.choices)
    severity = models.CharField("mức", max_length=6, choices=Severity.choices)

    class Meta:
        verbose_name = "mức kiểm tra báo cáo"
        verbose_name_plural = "mức kiểm tra báo cáo"
        constraints = (models.UniqueConstraint(fields=("programme", "check_name"), name="check_rule_once"),)

    def __str__(self) -> str:
        return f"{self.get_check_name_display()}: {self.get_severity_display()}"
