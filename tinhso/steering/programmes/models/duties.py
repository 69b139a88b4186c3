"""A duty to report."""

from django.db import models
from django.db.models import Q

from tinhso.steering.programmes.models.editable import EditableItem
from tinhso.steering.programmes.models.items import ItemQuerySet


class Duty(EditableItem):
    """Who sends what to whom and when."""

    class Frequency(models.TextChoices):
        """How often."""

        ONCE = "once", "Một lần"
        MONTHLY = "monthly", "Hằng tháng"
        QUARTERLY = "quarterly", "Hằng quý"
        HALF_YEARLY = "half_yearly", "Sáu tháng"
        YEARLY = "yearly", "Hằng năm"
        AD_HOC = "ad_hoc", "Khi phát sinh"

    who = models.TextField("người gửi", blank=True)
    to = models.TextField("nơi nhận", blank=True)
    what = models.TextField("nội dung")
    frequency = models.CharField("định kỳ", max_length=12, choices=Frequency.choices)
    due = models.TextField("thời hạn theo văn bản", blank=True)
    day = models.PositiveSmallIntegerField("ngày trong tháng", null=True, blank=True)
    month_rule = models.CharField("tháng", blank=True)
    before = models.BooleanField("trước ngày", default=False)
    due_on = models.DateField("thời hạn", null=True, blank=True)

    objects = ItemQuerySet["Duty"].as_manager()

    class Meta(EditableItem.Meta):
        verbose_name = "chế độ báo cáo"
        verbose_name_plural = "chế độ báo cáo"
        default_related_name = "duties"
        constraints = (
            *EditableItem.Meta.constraints,
            models.CheckConstraint(
                name="duty_day_is_possible",
                condition=Q(day__isnull=True) | Q(day__gte=1, day__lte=31),
                violation_error_message="Ngày trong tháng từ 1 đến 31.",
            ),
        )

    def __str__(self) -> str:
        return self.what
