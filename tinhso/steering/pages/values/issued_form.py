"""The issued document that stands behind a figure: all of it or nothing."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.lib.text import nfc
from tinhso.steering.following.evidencing import citable
from tinhso.steering.pages.fields import DayField

_NEEDED = ("kind", "number", "issued_on", "issuer")


class IssuedForm(forms.Form):
    """Kind, number, symbol, day, issuer, subject."""

    kind = forms.ChoiceField(label="Loại văn bản", required=False, choices=[("", "Không có"), *DocumentKind.choices])
    number = forms.CharField(label="Số", required=False, max_length=20)
    symbol = forms.CharField(label="Ký hiệu", required=False, max_length=60)
    issued_on = DayField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", required=False, max_length=200)
    subject = forms.CharField(label="Trích yếu", required=False, max_length=500)

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent, prefix="vb", label_suffix="")

    def clean(self) -> dict[str, Any]:
        """Who names a document names it wholly."""
        said = super().clean() or {}
        if any(said.values()):
            for name in _NEEDED:
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, "Đã ghi văn bản minh chứng thì cần cả mục này.")
        return said

    def kept(self, by: Account) -> IssuedDocument | None:
        """The document as it is recorded, the one known already where the person may see it; None where none is
        named."""
        said = {name: nfc(value) if isinstance(value, str) else value for name, value in self.cleaned_data.items()}
        if not said["number"]:
            return None
        known: IssuedDocument | None = citable(by, timezone.localdate()).filter(**said).first()
        return known or IssuedDocument.objects.create(**said, recorded_by=by)
