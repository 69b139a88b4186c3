"""What was done about a report: nothing here is changed or deleted."""

from django.db import models
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.reporting.models.reports import Report


class ReportDeed(models.Model):
    """Who did what about a report, for which unit, when, in which words; ``once`` keeps its form from a second time."""

    class Kind(models.TextChoices):
        """What was done."""

        BEGUN = "begun", "Bắt đầu lập"
        SUBMITTED = "submitted", "Trình thủ trưởng"
        TAKEN_BACK = "taken_back", "Rút lại để sửa"
        HEAD_RETURNED = "head_returned", "Thủ trưởng trả lại"
        SENT = "sent", "Gửi cơ quan tổng hợp"
        RETURNED = "returned", "Cơ quan tổng hợp trả lại"
        ACCEPTED = "accepted", "Tiếp nhận"
        EXTENDED = "extended", "Gia hạn gửi"
        REMINDED = "reminded", "Nhắc gửi báo cáo"

    #: What stays between officer and head: no other unit reads it.
    INSIDE = (Kind.BEGUN, Kind.SUBMITTED, Kind.TAKEN_BACK, Kind.HEAD_RETURNED)

    report = models.ForeignKey(Report, models.CASCADE, related_name="deeds", verbose_name="báo cáo")
    kind = models.CharField("việc", max_length=14, choices=Kind.choices)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người thực hiện")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="của đơn vị")
    in_name_of = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thay mặt người ủy quyền"
    )
    day = models.DateField("ngày")
    recorded_at = models.DateTimeField("ghi lúc", default=timezone.now)
    words = models.TextField("lời, lý do", blank=True)
    once = models.CharField("khóa gửi một lần", max_length=64, unique=True, default=one_time_key, editable=False)

    class Meta:
        verbose_name = "việc của báo cáo"
        verbose_name_plural = "việc của báo cáo"
        ordering = ("report", "recorded_at", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}" if self.words else str(self.get_kind_display())

    @property
    def who(self) -> str:
        """Who did it, and in whose name where only a delegation allowed it."""
        return f"{self.account} thay mặt {self.in_name_of}" if self.in_name_of else str(self.account)
