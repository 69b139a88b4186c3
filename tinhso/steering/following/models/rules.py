"""When reminders go out in a programme, from a day on."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme


class ReminderRuleQuerySet(models.QuerySet["ReminderRule"]):
    """Rules by day."""

    def in_force(self, day: date) -> Self:
        """Those that have begun, the one that holds first."""
        return self.filter(valid_from__lte=day).order_by("-valid_from", "-pk")


class ReminderRule(models.Model):
    """Rows stay: a later first day, or a later row for the same one, takes the place of what held before. Where a
    programme has none, ``reminding.moments.USUAL`` holds."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="reminder_rules", verbose_name="chương trình")
    valid_from = models.DateField("áp dụng từ ngày")
    before = models.JSONField("trước hạn, ngày làm việc", default=list, blank=True)
    on_the_day = models.BooleanField("đúng ngày đến hạn", default=True)
    after = models.JSONField("sau hạn, ngày làm việc", default=list, blank=True)
    weeks = models.PositiveSmallIntegerField("rồi hằng tuần, số tuần", default=8)
    head_after = models.PositiveSmallIntegerField(
        "báo thêm thủ trưởng khi quá hạn, ngày làm việc", null=True, blank=True, default=1
    )
    reason = models.CharField("căn cứ, lý do", max_length=300, blank=True)
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField("đặt lúc", default=timezone.now)

    objects = ReminderRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "quy tắc nhắc hạn"
        verbose_name_plural = "quy tắc nhắc hạn"
        ordering = ("programme", "-valid_from", "-pk")
        constraints = (
            models.CheckConstraint(
                name="reminders_are_few",
                condition=Q(weeks__lte=26) & (Q(head_after__isnull=True) | Q(head_after__lte=60)),
                violation_error_message="Nhắc hằng tuần không quá 26 tuần; báo thủ trưởng không muộn hơn 60 ngày.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.programme}, từ {self.valid_from}"
