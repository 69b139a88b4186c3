"""The targets of an indicator as rows of a form."""

from collections.abc import Sequence
from typing import Any

from django import forms

from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.review.forms.fields import NumberField, remove_field
from tinhso.steering.programmes.editing.wanted import WantedTarget
from tinhso.steering.programmes.models import Indicator, Target

_COLUMNS = ("value", "value_to", "unit", "comparator", "by_on", "from_on", "each_year", "level", "scope")


class TargetForm(forms.Form):
    """One threshold."""

    key = forms.IntegerField(widget=forms.HiddenInput, required=False)
    comparator = forms.ChoiceField(
        label="So sánh", choices=Target.Comparator.choices, initial=Target.Comparator.AT_LEAST
    )
    value = NumberField(label="Mức")
    value_to = NumberField(label="Đến mức", required=False)
    unit = forms.CharField(label="Đơn vị tính", required=False, max_length=100)
    by_on = DayField(label="Đạt vào ngày", required=False)
    from_on = DayField(label="Tính từ ngày", required=False)
    level = forms.ChoiceField(label="Cấp", required=False, choices=[("", "Không nêu"), *Target.Level.choices])
    scope = forms.CharField(label="Phạm vi", required=False, max_length=500)
    each_year = forms.BooleanField(label="Mỗi năm", required=False)
    remove = remove_field()

    def clean(self) -> dict[str, Any]:
        """The dates and the two ends of a range in their order, as the database holds them."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("value_to") is not None and given.get("value") is not None and given["value_to"] < given["value"]:
            self.add_error("value_to", "Mức cuối của khoảng không nhỏ hơn mức đầu.")
        if given.get("by_on") and given.get("from_on") and given["by_on"] < given["from_on"]:
            self.add_error("by_on", "Ngày phải đạt không trước ngày bắt đầu tính.")
        return given

    def wanted(self) -> WantedTarget | None:
        """The target; None for a row that is empty or taken out."""
        given = self.cleaned_data
        if given.get("remove") or given.get("value") is None:
            return None
        return WantedTarget(key=given["key"], **{name: given[name] for name in _COLUMNS})


TargetForms = forms.formset_factory(TargetForm, extra=1, max_num=60)


def target_rows(indicator: Indicator) -> Sequence[dict[str, Any]]:
    """What the form shows first."""
    rows = Target.objects.current().filter(indicator=indicator).order_by("position", "pk")
    return [{"key": row.pk, **{name: getattr(row, name) for name in _COLUMNS}} for row in rows]
