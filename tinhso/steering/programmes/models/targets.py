"""A threshold of an indicator."""

from django.db import models
from django.db.models import F, Q

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.steering.programmes.models.indicators import Indicator
from tinhso.steering.programmes.models.items import Item, ItemQuerySet

#: Comparators as they are printed.
SIGNS = {">=": "≥", "<=": "≤", "~": "≈"}


class Target(Item):
    """A threshold of an indicator: ``value`` in ``unit``, to hold on ``by_on``, counted from ``from_on``."""

    class Comparator(models.TextChoices):
        """How the figure stands to the value. "Trên" is strict, "đạt" is not."""

        AT_LEAST = ">=", "đạt ít nhất"
        ABOVE = ">", "trên"
        AT_MOST = "<=", "không quá"
        BELOW = "<", "dưới"
        EQUAL = "=", "bằng"
        ABOUT = "~", "khoảng"

    class Level(models.TextChoices):
        """The level of the units measured."""

        PROVINCE = "province", "Cấp tỉnh"
        DISTRICT = "district", "Cấp huyện"
        COMMUNE = "commune", "Cấp xã"

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="targets", verbose_name="chỉ tiêu")
    value = models.DecimalField("mức", max_digits=40, decimal_places=6)
    value_to = models.DecimalField("đến mức", max_digits=40, decimal_places=6, null=True, blank=True)
    unit = models.CharField("đơn vị tính", blank=True)
    comparator = models.CharField("so sánh", max_length=2, choices=Comparator.choices, default=Comparator.AT_LEAST)
    by_on = models.DateField("đạt vào ngày", null=True, blank=True)
    from_on = models.DateField("tính từ ngày", null=True, blank=True)
    each_year = models.BooleanField("mỗi năm", default=False)
    level = models.CharField("cấp", max_length=10, choices=Level.choices, blank=True)
    scope = models.TextField("phạm vi", blank=True)
    wording = models.TextField("nguyên văn")

    objects = ItemQuerySet["Target"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "mức chỉ tiêu"
        verbose_name_plural = "mức chỉ tiêu"
        default_related_name = "targets"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="target_range_rises",
                condition=Q(value_to__isnull=True) | Q(value_to__gte=F("value")),
                violation_error_message="Mức cuối của khoảng không nhỏ hơn mức đầu.",
            ),
            models.CheckConstraint(
                name="target_comparator_is_known",
                condition=Q(comparator__in=(">=", ">", "<=", "<", "=", "~")),
                violation_error_message="Dấu so sánh không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="target_holds_after_it_counts",
                condition=Q(by_on__isnull=True) | Q(from_on__isnull=True) | Q(by_on__gte=F("from_on")),
                violation_error_message="Ngày phải đạt không trước ngày bắt đầu tính.",
            ),
        )

    def __str__(self) -> str:
        return self.written()

    def written(self) -> str:
        """ "≥ 85 %", "> 90 %", "20–30 %", as tables show it."""
        sign = SIGNS.get(self.comparator, self.comparator)
        amount = write_number(self.value.normalize())
        if self.value_to is not None:
            return f"{amount}–{write_number(self.value_to.normalize())} {self.unit}".strip()
        return f"{sign} {amount} {self.unit}".strip()

    def conditions(self) -> str:
        """Level, scope and dates in words: "cấp tỉnh; từ 01/6/2022"."""
        parts = [self.get_level_display().lower() if self.level else "", self.scope]
        parts += [f"từ {write_date(self.from_on)}" if self.from_on else ""]
        parts += [f"đến {write_date(self.by_on)}" if self.by_on else "", "mỗi năm" if self.each_year else ""]
        return "; ".join(dict.fromkeys(part for part in parts if part))
