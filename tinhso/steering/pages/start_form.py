"""The form by which a programme is started."""

from django import forms
from django.http import QueryDict

from tinhso.steering.pages.fields import DayField


class StartForm(forms.Form):
    """Name, coordinating body, period; prefilled from the document."""

    name = forms.CharField(label="Tên chương trình", max_length=500, widget=forms.Textarea({"rows": 3}))
    unit = forms.ChoiceField(
        label="Cơ quan thường trực", required=False, help_text="Cơ quan đôn đốc và tổng hợp báo cáo."
    )
    starts_on = DayField(label="Từ ngày")
    ends_on = DayField(label="Đến hết ngày")

    def __init__(self, sent: QueryDict | None, *, units: dict[str, str], initial: dict[str, object]) -> None:
        super().__init__(sent, initial=initial)
        chooser = self.fields["unit"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [("", "Chưa xác định"), *units.items()]
