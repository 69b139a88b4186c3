"""What is asked when a role is delegated."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date


class RoleSearch(forms.Form):
    """Whose role."""

    q = forms.CharField(label="Tên người giữ vai trò", required=False, max_length=120)


def _day(label: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"placeholder": "05/3/2022", "autocomplete": "off"})
    return forms.DateField(label=label, widget=widget)


class DelegationForm(forms.Form):
    """To whom, when, by which paper, in what."""

    delegate = forms.ModelChoiceField(
        label="Người được ủy quyền",
        queryset=Account.objects.none(),
        help_text="Người công tác tại đơn vị hoặc đơn vị trực thuộc.",
    )
    first_day = _day("Từ ngày")
    last_day = _day("Đến hết ngày")
    paper_number = forms.CharField(label="Số văn bản ủy quyền", max_length=60, help_text="Ví dụ 15/UQ-STTTT")
    paper_date = _day("Ngày văn bản")
    verbs = forms.MultipleChoiceField(
        label="Chỉ những việc",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn việc nào là ủy quyền toàn bộ. Việc giao quyền cho người khác không ủy quyền được.",
    )

    def __init__(
        self, sent: QueryDict | None, *, people: "QuerySet[Account]", verbs: Sequence[Verb], today: date
    ) -> None:
        shown = write_date(today)
        super().__init__(sent, initial={"first_day": shown, "paper_date": shown})
        chooser, scope = self.fields["delegate"], self.fields["verbs"]
        if isinstance(chooser, forms.ModelChoiceField):
            chooser.queryset = people
        if isinstance(scope, forms.MultipleChoiceField):
            scope.choices = [(verb.value, verb.label) for verb in verbs]
