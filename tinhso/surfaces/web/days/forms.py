"""What is asked about decided days."""

from django import forms

from tinhso.kernel.organisations.models import DecidedDay

_DAY = {"placeholder": "05/3/2022", "autocomplete": "off"}


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text, widget=forms.DateInput(attrs=_DAY))


class PaperForm(forms.Form):
    """Why, and by which document."""

    reason = forms.CharField(label="Lý do", max_length=255, help_text="Ví dụ Nghỉ Tết Âm lịch")
    decision = forms.CharField(
        label="Văn bản", required=False, max_length=255, help_text="Ví dụ Công văn số 245 của Văn phòng Chính phủ"
    )
    decided_on = _day("Ngày văn bản", required=False)


class DaysForm(PaperForm):
    """One day, or several that follow one another."""

    first = _day("Từ ngày")
    last = _day("Đến hết ngày", required=False, help_text="Để trống khi chỉ một ngày.")
    effect = forms.ChoiceField(label="Là ngày", choices=DecidedDay.Effect.choices)
    occasion = forms.ChoiceField(
        label="Dịp",
        choices=[choice for choice in DecidedDay.Occasion.choices if choice[0] != DecidedDay.Occasion.SWAP],
        help_text="Ngày Tết, Quốc khánh của một năm phải ghi đủ: chúng thay cho cách chọn thông thường.",
    )
    field_order = ("first", "last", "effect", "occasion", "reason", "decision", "decided_on")


class SwapForm(PaperForm):
    """A working day becomes free, a day off is worked instead."""

    off = _day("Nghỉ ngày", help_text="Đang là ngày làm việc.")
    worked = _day("Làm bù ngày", help_text="Đang là ngày nghỉ.")
    field_order = ("off", "worked", "reason", "decision", "decided_on")


class ChangeForm(PaperForm):
    """A decided day corrected; ``version`` is what the person saw."""

    day = _day("Ngày")
    effect = forms.ChoiceField(label="Là ngày", choices=DecidedDay.Effect.choices)
    occasion = forms.ChoiceField(label="Dịp", choices=DecidedDay.Occasion.choices)
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("day", "effect", "occasion", "reason", "decision", "decided_on", "version")
