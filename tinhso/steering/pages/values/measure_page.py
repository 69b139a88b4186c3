"""Cách đo: how an indicator is measured, proposed by the machine until the department in charge settles it."""

from typing import Self

from django import forms
from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.figures.actions.settle import SETTLED, settle
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.refusals import NoSuchIndicator
from tinhso.steering.figures.taking import called, named
from tinhso.steering.pages.asked import asked
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.programmes.refusals import ChangedMeanwhile
from tinhso.surfaces.web.shell.conflicts import conflict


class MeasureForm(forms.Form):
    """The settings of a measure."""

    kind = forms.ChoiceField(label="Loại số liệu", choices=Measure.Kind.choices)
    aggregation = forms.ChoiceField(label="Số của toàn tỉnh", choices=Measure.Aggregation.choices)
    timing = forms.ChoiceField(label="Một kỳ số liệu là", choices=Measure.Timing.choices)
    better = forms.ChoiceField(label="Chiều tốt", choices=Measure.Better.choices)
    share_of_whole = forms.BooleanField(label="Tử số là một phần của mẫu số (không thể lớn hơn)", required=False)
    levels = forms.MultipleChoiceField(
        label="Cấp cho số liệu",
        choices=Level.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Số của toàn tỉnh là tổng các cấp này. Hai cấp cùng đếm một đối tượng thì chỉ chọn một.",
    )

    taken_from = forms.CharField(
        label="Lấy số từ chỉ tiêu khác",
        required=False,
        help_text="Ghi mã chương trình/mã chỉ tiêu, như ct-2022/I.2; để trống khi số được nhập ở đây.",
    )

    def read_by(self, account: Account) -> Self:
        """A source is looked for among what this person may see."""
        self._by = account
        return self

    def clean_taken_from(self) -> Indicator | None:
        """The indicator that is named."""
        said = self.cleaned_data["taken_from"]
        try:
            return named(said, by=self._by) if said else None
        except NoSuchIndicator as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal

    def clean_levels(self) -> str:
        """The levels as they are kept."""
        return ",".join(level for level in Level.values if level in self.cleaned_data["levels"])


@require_http_methods(["GET", "POST"])
def measure(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The form; sent, the measure is settled. The second of two who settle it is told."""
    about, account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    found = whole_indicator(about.programme, indicator)
    if found is None:
        raise Http404
    stands = measures_of([found], Roster.on(about.naming_day))[found.pk]
    form = MeasureForm(request.POST or None, initial=_typed(stands), label_suffix="").read_by(account)
    back = reverse("pages:indicator", args=(programme, indicator))
    if form.is_valid():
        try:
            settle(found, form.cleaned_data, by=account, version=whole_number(request.POST.get("version", "")))
            messages.success(request, "Đã xác nhận cách đo.")
            return redirect(back)
        except ChangedMeanwhile:
            return conflict(request, form, stands=_typed(stands), version=stands.version, back=back)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    context = {"asked": about, "indicator": found, "measure": stands, "form": form}
    return render(request, "values/measure.html", context, status=422 if form.errors else 200)


def _typed(measure: Measure) -> dict[str, object]:
    source = called(measure.taken_from) if measure.taken_from else ""
    return {**model_to_dict(measure, fields=SETTLED), "levels": list(measure.reporting), "taken_from": source}
