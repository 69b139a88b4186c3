"""Fields of forms as officials fill them in."""

from datetime import date

from django import forms

from tinhso.lib.dates import parse_date, write_date


class DayInput(forms.TextInput):
    """Shows a day as 05/3/2022."""

    def __init__(self) -> None:
        super().__init__({"placeholder": "05/3/2022", "autocomplete": "off"})

    def format_value(self, value: object) -> str | None:
        """The day in its official form; what was typed stays as it was."""
        return write_date(value) if isinstance(value, date) else super().format_value(value)


class DayField(forms.DateField):
    """A day, typed and shown as 05/3/2022: the browser's own calendar writes as the browser's language does."""

    def __init__(self, *, label: str, required: bool = True) -> None:
        super().__init__(label=label, required=required, widget=DayInput())

    def to_python(self, value: object) -> date | None:
        """The day. Raises ValidationError with a sentence."""
        if isinstance(value, date) or value in self.empty_values:
            return value if isinstance(value, date) else None
        day = parse_date(str(value))
        if day is None:
            example = write_date(date(2022, 3, 5))
            raise forms.ValidationError(f"Hãy ghi ngày như {example}.", code="invalid")
        return day
