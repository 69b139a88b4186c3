"""Fields of the review's forms as officers fill them in."""

from decimal import Decimal

from django import forms

from tinhso.lib.numbers import parse_number, write_number


class NumberInput(forms.TextInput):
    """Shows a number as 1.234,5."""

    def __init__(self) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "size": "8"})

    def format_value(self, value: object) -> str | None:
        """The number in its Vietnamese form; what was typed stays as it was."""
        return write_number(value.normalize()) if isinstance(value, Decimal) else super().format_value(value)


class NumberField(forms.Field):
    """A number, typed and shown as 1.234,5."""

    def __init__(self, *, label: str, required: bool = True) -> None:
        super().__init__(label=label, required=required, widget=NumberInput())

    def to_python(self, value: object) -> Decimal | None:
        """The number. Raises ValidationError with a sentence."""
        if isinstance(value, Decimal) or value in self.empty_values:
            return value if isinstance(value, Decimal) else None
        number = parse_number(str(value))
        if number is None or abs(number) >= Decimal(10) ** 30:
            raise forms.ValidationError("Hãy ghi số như 1.234,5.", code="invalid")
        return number


class SmallText(forms.Textarea):
    """A text of a few lines."""

    def __init__(self, rows: int = 3) -> None:
        super().__init__({"rows": rows})


def remove_field() -> forms.BooleanField:
    """The tick that takes a part out of its item."""
    return forms.BooleanField(label="Bỏ dòng này", required=False)
