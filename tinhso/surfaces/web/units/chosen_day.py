"""The day on which units are looked at: chosen in the address (?on=01/7/2025), today unless said."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils import timezone

from tinhso.lib.dates import write_date


class UnitFilter(forms.Form):
    """Words to look for and the day to look at."""

    q = forms.CharField(label="Tìm đơn vị", required=False, max_length=100)
    on = forms.DateField(
        label="Vào ngày",
        required=False,
        error_messages={"invalid": "Ngày viết như 05/3/2022."},
        widget=forms.DateInput(attrs={"placeholder": "05/3/2022", "inputmode": "numeric"}),
    )

    def __init__(self, query: QueryDict) -> None:
        """Without a day in the address the field shows today, which is the day then looked at."""
        data = query.copy()
        if not data.get("on"):
            data["on"] = write_date(timezone.localdate())
        super().__init__(data)

    def chosen_day(self) -> date:
        """The day asked for; today when none was, or when it cannot be read."""
        self.is_valid()
        day: date | None = self.cleaned_data.get("on")
        return day or timezone.localdate()

    def words(self) -> str:
        """What is looked for."""
        self.is_valid()
        return str(self.cleaned_data.get("q") or "")
