"""Fields of forms as officials fill them in."""

from datetime import date

from django import forms

from tinhso.lib.dates import parse_date, write_date


class DayField(forms.DateField):
    """A day, typed as 05/3/2022 or chosen in the browser's calendar; shown for the calendar as 2022-03-05."""

    def __init__(self, *, label: str, required: bool = True) -> None:
        super().__init__(label=label, required=required, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def to_python(self, value: object) -> date | None:
        """The day. Raises ValidationError with a sentence."""
        if isinstance(value, date) or value in self.empty_values:
            return value if isinstance(value, date) else None
        day = parse_date(str(value))
        if day is None:
            example = write_date(date(2022, 3, 5))
            raise forms.ValidationError(f"Hãy ghi ngày như {example}.", code="invalid")
        return day
