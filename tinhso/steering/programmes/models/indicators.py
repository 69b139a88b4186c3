"""An indicator and its targets."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.lib.text import search_terms
from tinhso.steering.programmes.models.frame import Heading
from tinhso.steering.programmes.models.items import Item, ItemQuerySet

if TYPE_CHECKING:
    from tinhso.steering.programmes.models.assignments import Assignment


class IndicatorQuerySet(ItemQuerySet["Indicator"]):
    """Indicators by their words and owners; see ``queries`` for whole pages."""

    def matching(self, query: str) -> Self:
        """Those whose code, words or owners hold every word, diacritics or not."""
        found = self
        for term in search_terms(query):
            found = found.filter(folded__contains=term)
        return found

    def with_any(self, assignments: "QuerySet[Assignment]") -> Self:
        """Those that one of these assignments is about."""
        return self.filter(Exists(assignments.filter(indicator=OuterRef("pk"))))

    def in_order_of(self, order: str) -> Self:
        """By the plan ("position"), by name ("text"), or backwards with "-"."""
        column = "sort_key" if order.lstrip("-") == "text" else "position"
        return self.order_by(f"-{column}" if order.startswith("-") else column, "pk")

    def with_level(self, level: str) -> Self:
        """Those with a target at this level of government."""
        targets = Target.objects.current().filter(indicator=OuterRef("pk"), level=level)
        return self.filter(Exists(targets))


class Indicator(Item):
    """A measured quantity for which the plan sets targets. ``exclusions`` belong to its definition, one a line."""

    code = models.CharField("mã")
    section = models.ForeignKey(Heading, models.SET_NULL, null=True, blank=True, related_name="indicators")
    section_title = models.TextField("đề mục", blank=True)
    name = models.TextField("tên chỉ tiêu")
    text = models.TextField("nguyên văn")
    exclusions = models.TextField("phạm vi loại trừ", blank=True)
    folded = models.TextField(editable=False)
    sort_key = models.CharField(max_length=1000, editable=False)

    objects = IndicatorQuerySet.as_manager()

    class Meta(Item.Meta):
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"
        default_related_name = "indicators"
        indexes = (models.Index(fields=("programme", "position"), name="indicator_in_order"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


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
        sign = {">=": "≥", "<=": "≤", "~": "≈"}.get(self.comparator, self.comparator)
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
