"""The form in which a figure is given: what the indicator's measure asks for, the days, and what stands behind it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from tinhso.lib.cells import Said, Unread, read_number
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.models import Measure
from tinhso.steering.pages.fields import DayField

_YES_NO = (("1", "Có"), ("0", "Không"))


class NumberField(forms.CharField):
    """A number typed as 1.234,5; what can be read in two ways is refused, never guessed."""

    def __init__(self, *, label: str) -> None:
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "placeholder": "1.234"})
        super().__init__(label=label, max_length=40, widget=widget)

    def clean(self, value: object) -> Decimal | None:
        """The number, None for nothing. Raises ValidationError with a sentence."""
        try:
            number = read_number(str(super().clean(value) or ""))
        except Unread as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
        if number is Said.NOT_APPLICABLE:
            raise forms.ValidationError("Đơn vị không áp dụng chỉ tiêu này thì hãy đánh dấu ô “Không áp dụng”.")
        return number if isinstance(number, Decimal) else None


class FigureForm(forms.Form):
    """What is given for a cell. Fields that the measure does not ask for are not there."""

    numerator = NumberField(label="Tử số")
    denominator = NumberField(label="Mẫu số")
    number = NumberField(label="Số")
    day = DayField(label="Ngày", required=False)
    answer = forms.CharField(label="Trả lời", required=False, max_length=4000, widget=forms.Textarea({"rows": 3}))
    yes = forms.ChoiceField(label="Trả lời", required=False, choices=_YES_NO, widget=forms.RadioSelect)
    not_applicable = forms.BooleanField(label="Không áp dụng cho đơn vị này", required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea({"rows": 2}))
    file = forms.FileField(label="Tệp minh chứng", required=False, help_text="Biểu số liệu, báo cáo, ảnh chụp…")
    checked = forms.BooleanField(label="Tôi đã kiểm tra, số này đúng", required=False)

    _ASKED: Mapping[str, tuple[str, ...]] = {
        Measure.Kind.RATIO: ("numerator", "denominator"),
        Measure.Kind.NUMBER: ("number",),
        Measure.Kind.YES_NO: ("yes",),
        Measure.Kind.DAY: ("day",),
        Measure.Kind.WORDS: ("answer",),
    }

    def __init__(
        self,
        sent: QueryDict | None,
        files: MultiValueDict[str, UploadedFile[bytes]] | None,
        *,
        measure: Measure,
        initial: Mapping[str, Any],
    ) -> None:
        super().__init__(sent, files, initial=dict(initial), label_suffix="")
        self.measure = measure
        asked = self._ASKED[measure.kind]
        for name in {name for names in self._ASKED.values() for name in names} - set(asked):
            del self.fields[name]
        for name in asked:
            self.fields[name].required = not (sent and sent.get("not_applicable"))

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields in their order; the last check is shown only where something is strange."""
        return [field for field in self if field.name != "checked"]

    def given(self) -> Given:
        """What was said, of a form that is valid."""
        said = self.cleaned_data
        if said.get("not_applicable"):
            return Given(not_applicable=True)
        if self.measure.kind == Measure.Kind.YES_NO:
            return Given(numerator=Decimal(said["yes"]), denominator=Decimal(1)) if said.get("yes") else Given()
        return Given(**{name: said[name] for name in self._ASKED[self.measure.kind]})


class EntryForm(FigureForm):
    """A figure for an empty cell: also whose it is, and over which days."""

    field_order = ("unit", "from_on", "to_on")
    unit = forms.ChoiceField(label="Đơn vị")
    from_on = DayField(label="Từ ngày")
    to_on = DayField(label="Đến hết ngày")

    def offer(self, units: Mapping[str, str]) -> None:
        """The units for which the person may enter."""
        chooser = self.fields["unit"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = list(units.items())

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        said = super().clean() or {}
        first, last = said.get("from_on"), said.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "Ngày cuối kỳ không được trước ngày đầu kỳ.")
        return said


class CorrectionForm(FigureForm):
    """A figure that takes the place of another; the reason is asked for."""

    note = forms.CharField(label="Lý do sửa", max_length=2000, widget=forms.Textarea({"rows": 2}))
