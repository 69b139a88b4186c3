"""The words of an item: what it says itself, where it stands, when it is due."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from tinhso.lib.text import nfc
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.review.forms.fields import SmallText
from tinhso.steering.programmes.editing.wanted import BASES, WantedDeadline
from tinhso.steering.programmes.models import Deadline, Duty, EditableItem, Heading, Indicator, Programme, Task

_MOST = 20_000


class WordsForm(forms.Form):
    """What the forms of all kinds share: the section, and the columns that they set."""

    #: Fields that are columns of the item.
    columns: tuple[str, ...] = ()

    def wanted_columns(self) -> dict[str, Any]:
        """Column → value."""
        given = {name: _kept(self.initial.get(name), self.cleaned_data[name]) for name in self.columns}
        if "section" not in self.fields:
            return given
        section = self.cleaned_data["section"]
        chosen = Heading.objects.filter(pk=int(section)).first() if section else None
        return {**given, "section": chosen, "section_title": chosen.text if chosen else ""}

    def wanted_deadline(self) -> WantedDeadline | None:
        """When it is due; None where the kind of item has no deadline."""
        return None

    def offer(self, headings: Iterable[Heading]) -> None:
        """Fill the choices of the section."""
        chooser = self.fields.get("section")
        if isinstance(chooser, forms.ChoiceField):
            named = [(str(each.pk), f"{each.code}. {each.text}"[:110]) for each in headings]
            chooser.choices = [("", "Không thuộc đề mục nào"), *named]


class IndicatorForm(WordsForm):
    """The words of an indicator."""

    columns = ("name", "text", "exclusions")
    name = forms.CharField(label="Tên chỉ tiêu", widget=SmallText(), max_length=_MOST)
    text = forms.CharField(label="Nguyên văn", widget=SmallText(), max_length=_MOST)
    exclusions = forms.CharField(
        label="Không tính (mỗi dòng một điều)", widget=SmallText(2), required=False, max_length=_MOST
    )
    section = forms.ChoiceField(label="Đề mục", required=False)


class TaskForm(WordsForm):
    """The words of a task and its deadline."""

    columns = ("text", "standing")
    text = forms.CharField(label="Nội dung", widget=SmallText(5), max_length=_MOST)
    section = forms.ChoiceField(label="Đề mục", required=False)
    standing = forms.BooleanField(label="Việc thường xuyên, không có ngày kết thúc", required=False)
    basis = forms.ChoiceField(label="Thời hạn lấy từ", required=False)
    due_on = DayField(label="Ngày đến hạn", required=False)
    before = forms.BooleanField(label="Trước ngày đó (“trước ngày …”)", required=False)
    wording = forms.CharField(label="Lời về thời hạn trong văn bản", required=False, max_length=2_000)

    def __init__(self, sent: QueryDict | None, *, initial: dict[str, object]) -> None:
        super().__init__(sent, initial=initial, label_suffix="")
        chooser = self.fields["basis"]
        present = str(self.initial.get("basis", ""))
        kept = [Deadline.Basis(present)] if present and present not in BASES else []
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [("", "Không có thời hạn"), *((each.value, each.label) for each in (*kept, *BASES))]

    def wanted_deadline(self) -> WantedDeadline:
        given = self.cleaned_data
        dated = given["basis"] in Deadline.Basis.values and given["basis"] != Deadline.Basis.INFERRED
        return WantedDeadline(
            basis=given["basis"],
            due_on=given["due_on"] if dated else None,
            before=given["before"] and dated,
            wording=given["wording"] if given["basis"] else "",
        )


class DutyForm(WordsForm):
    """The words of a duty to report, and the day of one that is sent once."""

    columns = ("what", "frequency", "due", "day", "before")
    what = forms.CharField(label="Nội dung báo cáo", widget=SmallText(), max_length=_MOST)
    frequency = forms.ChoiceField(label="Định kỳ", choices=Duty.Frequency.choices)
    due = forms.CharField(label="Thời hạn theo văn bản", required=False, max_length=2_000)
    day = forms.IntegerField(label="Ngày trong tháng", required=False, min_value=1, max_value=31)
    before = forms.BooleanField(label="Trước ngày đó (“trước ngày …”)", required=False)
    due_on = DayField(label="Ngày phải gửi, nếu chỉ gửi một lần", required=False)

    def wanted_deadline(self) -> WantedDeadline:
        due_on: date | None = self.cleaned_data["due_on"]
        if due_on is None:
            return WantedDeadline()
        words, before = self.cleaned_data["due"], self.cleaned_data["before"]
        return WantedDeadline(basis=Deadline.Basis.EXPLICIT, due_on=due_on, before=before, wording=words)


def _kept(before: object, given: object) -> object:
    """The words typed in their one form; those that a browser only broke otherwise are as they were."""
    if not isinstance(given, str):
        return given
    typed = "\n".join(line for line in map(nfc, given.splitlines()) if line)
    return before if isinstance(before, str) and nfc(before) == nfc(typed) else typed


def words_form(item: EditableItem, programme: Programme, sent: QueryDict | None) -> WordsForm:
    """The form for the kind of item, filled with what it says now."""
    form = _form(item, sent)
    if "section" in form.fields:
        form.offer(Heading.objects.filter(programme=programme).current().in_document_order())
    return form


def _form(item: EditableItem, sent: QueryDict | None) -> WordsForm:
    if isinstance(item, Indicator):
        initial = {"name": item.name, "text": item.text, "exclusions": item.exclusions}
        return IndicatorForm(sent, initial={**initial, "section": item.section_id or ""}, label_suffix="")
    if isinstance(item, Duty):
        names = ("what", "frequency", "due", "day", "before", "due_on")
        return DutyForm(sent, initial={name: getattr(item, name) for name in names}, label_suffix="")
    return TaskForm(sent, initial=_of_task(item))


def _of_task(item: EditableItem) -> dict[str, Any]:
    if not isinstance(item, Task):
        raise TypeError(item)
    deadline = item.deadlines.in_force().first()
    day = {
        "basis": deadline.basis if deadline else "",
        "due_on": deadline.due_on if deadline else None,
        "before": deadline.before if deadline else False,
        "wording": deadline.wording if deadline else "",
    }
    return {"text": item.text, "section": item.section_id or "", "standing": item.standing, **day}
