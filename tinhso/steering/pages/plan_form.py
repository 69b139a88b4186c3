"""The form by which a plan comes in."""

from typing import Any

from django import forms

from tinhso.steering.programmes.models import PlanDocument

_KINDS = ".txt,.docx,.pdf,.doc"


class PlanForm(forms.Form):
    """A file or a text, one of the two."""

    file = forms.FileField(
        label="Tệp kế hoạch",
        required=False,
        allow_empty_file=True,
        help_text="Word (.docx, .doc), PDF có lớp chữ, văn bản thuần (.txt); tối đa 50 MB. Không nhận văn bản mật.",
        widget=forms.FileInput({"accept": _KINDS}),
    )
    text = forms.CharField(
        label="Hoặc dán nội dung vào đây",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "spellcheck": "false"}),
    )
    supersedes = forms.ModelChoiceField(
        PlanDocument.objects.newest_first(),
        label="Thay cho văn bản",
        required=False,
        empty_label="Không thay cho văn bản nào",
        help_text="Chọn khi đây là bản sửa của văn bản đã tiếp nhận.",
    )

    def clean(self) -> dict[str, Any]:
        """Something must be given, and only one of the two."""
        given = super().clean() or {}
        file, text = given.get("file"), (given.get("text") or "").strip()
        if file and text:
            raise forms.ValidationError("Chỉ chọn tệp hoặc chỉ dán nội dung, không cả hai.", code="both")
        if not file and not text and "file" not in self.errors:
            raise forms.ValidationError("Hãy chọn một tệp hoặc dán nội dung kế hoạch.", code="neither")
        return given
