"""The products of a task as rows of a form."""

from collections.abc import Sequence
from typing import Any

from django import forms

from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.review.forms.fields import SmallText, remove_field
from tinhso.steering.programmes.editing.wanted import WantedProduct
from tinhso.steering.programmes.models import Deliverable, Task


class ProductForm(forms.Form):
    """One product; without a day it is due with the task."""

    key = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label="Sản phẩm", widget=SmallText(2), max_length=5_000)
    due_on = DayField(label="Hạn riêng", required=False)
    before = forms.BooleanField(label="Trước ngày đó", required=False)
    remove = remove_field()

    def wanted(self) -> WantedProduct | None:
        """The product; None for a row that is empty or taken out."""
        given = self.cleaned_data
        if given.get("remove") or not given.get("text"):
            return None
        before = bool(given["before"] and given["due_on"])
        return WantedProduct(key=given["key"], text=given["text"], due_on=given["due_on"], before=before)


ProductForms = forms.formset_factory(ProductForm, extra=1, max_num=100)


def product_rows(task: Task) -> Sequence[dict[str, Any]]:
    """What the form shows first."""
    rows = Deliverable.objects.current().filter(task=task).order_by("position", "pk")
    return [{"key": row.pk, "text": row.text, "due_on": row.due_on, "before": row.due_before} for row in rows]
