"""The forms by which people work on a task. Each carries a one-time key; all but the plainest take evidence."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.http import QueryDict

from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.pages.fields import DayField

_KEY = re.compile(r"[0-9a-f]{32}")
_LONGEST = 10_000
#: The fields of evidence.
PROOFS = ("proofs", "doc_kind", "doc_number", "doc_day", "doc_issuer", "doc_signer", "doc_subject", "link")


def words(label: str, *, required: bool = True, rows: int = 4, help_text: str = "") -> forms.CharField:
    """A field for sentences."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(
        label=label, required=required, max_length=_LONGEST, widget=widget, help_text=help_text, strip=True
    )


class FilesInput(forms.ClearableFileInput):
    """A chooser for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, or none."""

    widget = FilesInput

    def clean(self, data: object, initial: object = None) -> list[UploadedFile[bytes]]:
        """The files in the order chosen."""
        chosen = data if isinstance(data, list | tuple) else [data]
        return [file for each in chosen if (file := super(FilesField, self).clean(each, initial))]


class WorkForm(forms.Form):
    """``once`` is new for each page that shows the form; one that a program made up is no key of ours."""

    #: The fields that stand folded under "Minh chứng".
    folded: ClassVar[tuple[str, ...]] = ()

    once = forms.CharField(required=False, widget=forms.HiddenInput, initial=one_time_key)
    ve = forms.CharField(required=False, widget=forms.HiddenInput)
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def key(self) -> str:
        """The one-time key."""
        sent = str(self.cleaned_data.get("once", ""))
        return sent if _KEY.fullmatch(sent) else one_time_key()

    def renew_key(self) -> None:
        """As sent, under a key of its own: sent again it is another deed."""
        if isinstance(self.data, QueryDict):
            sent = self.data.copy()
            sent["once"] = one_time_key()
            self.data = sent

    def open_fields(self) -> Iterator[BoundField]:
        """The fields that everybody fills in."""
        return (field for field in self.visible_fields() if field.name not in self.folded)

    def folded_fields(self) -> Iterator[BoundField]:
        """The fields of evidence."""
        return (field for field in self.visible_fields() if field.name in self.folded)

    @property
    def is_unfolded(self) -> bool:
        """Whether something stands in the folded fields, or is wrong there."""
        return any(field.errors or (self.is_bound and field.value()) for field in self.folded_fields())


class NoteForm(WorkForm):
    """Some words, or none."""

    note = words("Ghi chú", required=False, rows=3)


class ReasonForm(WorkForm):
    """Why."""

    reason = words("Lý do", rows=3)


class TextForm(WorkForm):
    """Something to say."""

    text = words("Nội dung", help_text="Gõ @ và tên đăng nhập để nhắc một người, ví dụ @can-bo-so.")


class ProofForm(WorkForm):
    """Evidence: files, an issued document, a link; each may be left out."""

    folded: ClassVar[tuple[str, ...]] = PROOFS

    proofs = FilesField(label="Tệp", required=False, help_text="Có thể chọn nhiều tệp.")
    doc_kind = forms.ChoiceField(
        label="Loại văn bản đã ban hành", required=False, choices=(("", "Không có văn bản"), *DocumentKind.choices)
    )
    doc_number = forms.CharField(label="Số, ký hiệu", required=False, max_length=81, help_text="Ví dụ 15/QĐ-UBND.")
    doc_day = DayField(label="Ngày ban hành", required=False)
    doc_issuer = forms.CharField(label="Cơ quan ban hành", required=False, max_length=200)
    doc_signer = forms.CharField(label="Người ký", required=False, max_length=120)
    doc_subject = forms.CharField(label="Trích yếu", required=False, max_length=500)
    link = forms.URLField(label="Liên kết", required=False, max_length=500, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        """A document that is named at all has its kind, number, day, issuer and subject."""
        facts = super().clean() or self.cleaned_data
        named = ("doc_kind", "doc_number", "doc_day", "doc_issuer", "doc_subject")
        if any(facts.get(name) for name in ("doc_kind", "doc_number", "doc_day")):
            for name in named:
                if not facts.get(name) and name not in self.errors:
                    self.add_error(name, "Văn bản đã ban hành phải có thông tin này.")
        return facts


class ProgressForm(ProofForm):
    """How the task stands."""

    folded: ClassVar[tuple[str, ...]] = ("day", *PROOFS)

    said = forms.ChoiceField(label="Tình hình", choices=ProgressEntry.Said.choices, widget=forms.RadioSelect)
    note = words("Đã làm được gì", required=False, rows=3)
    share = forms.IntegerField(
        label="Mức hoàn thành, %",
        required=False,
        widget=forms.NumberInput({"min": 0, "max": 100, "inputmode": "numeric"}),
    )
    day = DayField(label="Tính đến ngày", required=False)
    field_order = ("said", "note", "share", "day")


class GiveForm(WorkForm):
    """A part of the task for a person."""

    person = forms.ChoiceField(label="Người nhận")
    wanted = words("Việc cần làm", rows=3)
    due_on = DayField(label="Hạn", required=False)


class MoveForm(WorkForm):
    """Somebody else for it."""

    person = forms.ChoiceField(label="Chuyển cho")
    note = words("Ghi chú", required=False, rows=2)


class FinishForm(ProofForm):
    """A part is done."""

    note = words("Kết quả", required=False, rows=3)
    field_order = ("note",)


class AskUnitForm(WorkForm):
    """What is wanted of another unit."""

    unit = forms.ChoiceField(label="Đơn vị được đề nghị")
    wanted = words("Nội dung đề nghị", rows=3)
    due_on = DayField(label="Hạn trả lời")
    remind_days = forms.IntegerField(
        label="Nhắc trước, ngày",
        min_value=0,
        max_value=60,
        initial=3,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


class AnswerForm(ProofForm):
    """What the unit answers."""

    answer = words("Nội dung trả lời", required=False)
    field_order = ("answer",)


class AgainForm(ReasonForm):
    """Why it is wanted again, and by when."""

    due_on = DayField(label="Hạn mới", required=False)


class ExtensionForm(ProofForm):
    """More time."""

    product = forms.ChoiceField(label="Gia hạn cho", required=False)
    asked_on = DayField(label="Xin đến ngày")
    reason = words("Lý do", rows=3)
    paper = forms.CharField(
        label="Văn bản đề nghị",
        required=False,
        max_length=120,
        help_text="Số, ký hiệu, ngày; ví dụ 45/TTr-UBND ngày 05/7/2022.",
    )
    field_order = ("product", "asked_on", "reason", "paper")


class DecisionForm(WorkForm):
    """What is decided on a request for more time."""

    verdict = forms.ChoiceField(
        label="Quyết định",
        choices=(("grant", "Cho gia hạn"), ("refuse", "Không cho gia hạn")),
        widget=forms.RadioSelect,
    )
    due_on = DayField(label="Hạn mới", required=False)
    paper_number = forms.CharField(label="Số, ký hiệu văn bản quyết định", required=False, max_length=60)
    paper_day = DayField(label="Ngày văn bản", required=False)
    reason = words("Lý do, ý kiến", required=False, rows=3)

    def granted_on(self) -> date | None:
        """The new day; none when it is refused."""
        return self.cleaned_data["due_on"] if self.cleaned_data["verdict"] == "grant" else None

    def clean(self) -> dict[str, Any]:
        """More time has a last day."""
        facts = super().clean() or self.cleaned_data
        if facts.get("verdict") == "grant" and not facts.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", "Hãy ghi hạn mới.")
        return facts


class EventForm(ProofForm):
    """What happened, when, by which paper."""

    what = forms.CharField(label="Sự kiện", max_length=500)
    day = DayField(label="Ngày xảy ra")
    due_on = DayField(label="Ngày đến hạn", required=False)
    paper_number = forms.CharField(label="Số, ký hiệu văn bản", required=False, max_length=60)
    paper_day = DayField(label="Ngày văn bản", required=False)
    field_order = ("what", "day", "due_on", "paper_number", "paper_day")


class ProductForm(ProofForm):
    """What shows that the product is in: nothing is folded."""

    folded: ClassVar[tuple[str, ...]] = ()

    reason = words("Lý do, nếu loại văn bản khác kế hoạch", required=False, rows=2)
    field_order = ("doc_kind", "doc_number", "doc_day", "doc_issuer", "doc_signer", "doc_subject", "proofs", "link")


class CompletionForm(ProofForm):
    """The task is done."""

    day = DayField(label="Ngày hoàn thành")
    note = words("Kết quả", required=False, rows=3)
    reason = words("Lý do hoàn thành khi chưa đủ sản phẩm", required=False, rows=2)
    field_order = ("day", "note", "reason")
