"""An indicator."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from tinhso.lib.text import search_terms
from tinhso.steering.programmes.models.editable import EditableItem
from tinhso.steering.programmes.models.items import ItemQuerySet

if TYPE_CHECKING:
    from tinhso.steering.programmes.models.assignments import Assignment
from tinhso.steering.programmes.models.headings import Heading


class IndicatorQuerySet(ItemQuerySet["Indicator"]):
    """Indicators by their words, owners and targets."""

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
        with_target = self.model.objects.filter(targets__level=level, targets__withdrawn_at=None)
        return self.filter(pk__in=with_target.values("pk"))


class Indicator(EditableItem):
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

    class Meta(EditableItem.Meta):
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"
        default_related_name = "indicators"
        indexes = (models.Index(fields=("programme", "position"), name="indicator_in_order"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
