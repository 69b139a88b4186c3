"""``/chuong-trinh/1/giao-tiep``: what waits for a decision, what was decided, and the form that decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.programmes.actions.hand_over import Taking, hand_over
from tinhso.steering.programmes.handing import Waiting, handed, waiting
from tinhso.steering.programmes.models import Assignment
from tinhso.surfaces.web.units.choosing import Offer, UnitField, offers


class TakingForm(forms.Form):
    """Who takes over what was chosen, from when, and why."""

    taker = UnitField(
        label="Đơn vị tiếp nhận", required=False, help_text="Để trống: trở lại đơn vị kế tiếp theo quyết định sắp xếp."
    )
    effective_on = forms.DateField(label="Từ ngày", widget=forms.DateInput(attrs={"inputmode": "numeric"}))
    reason = forms.CharField(
        label="Căn cứ, lý do", max_length=500, help_text="Ví dụ: Biên bản bàn giao số 12/BB ngày 05/3/2025."
    )

    def __init__(self, values: QueryDict | None, *, offered: Sequence[Offer], about: Asked) -> None:
        super().__init__(values, initial={"effective_on": write_date(about.working_day)})
        self.offered = offered
        field = self.fields["taker"]
        if isinstance(field, UnitField):
            field.offered = offered

    def taking(self) -> Taking:
        """What was decided."""
        wanted = self.cleaned_data
        unit = Unit.objects.get(key=wanted["taker"]) if wanted["taker"] else None
        return Taking(unit, wanted["effective_on"], wanted["reason"])


@dataclass(frozen=True, slots=True)
class Row:
    """Work that waits, with the names of who has it and who is proposed."""

    waiting: Waiting
    holders: str
    proposed: str


@require_http_methods(["GET", "HEAD", "POST"])
def handing_page(request: HttpRequest, programme: int) -> HttpResponse:
    """Shows and decides; whoever may accept the plan's items decides."""
    about = asked(request, programme)
    require(request, Verb.ACCEPT_ITEMS)
    roster = Roster.on(about.working_day)
    form = TakingForm(request.POST or None, offered=offers(roster.units.values()), about=about)
    chosen = {whole_number(key) for key in request.POST.getlist("assignment")}
    if form.is_valid() and _handed_over(request, form, about=about, chosen=chosen):
        return redirect("handing:page", programme)
    context = {
        "asked": about,
        "form": form,
        "chosen": chosen,
        "rows": _rows(waiting(about.programme, roster), roster),
        "handed": [(each, _taker(each, roster)) for each in handed(about.programme)],
    }
    return render(request, "handing/page.html", context, status=422 if form.errors else 200)


def _handed_over(request: HttpRequest, form: TakingForm, *, about: Asked, chosen: set[int]) -> bool:
    try:
        count = hand_over(about.programme, chosen, form.taking(), by=about.account)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
        return False
    messages.success(request, f"Đã ghi giao tiếp {count} việc.")
    return True


def _rows(found: Iterable[Waiting], roster: Roster) -> list[Row]:
    listed = list(found)
    names = roster.versions_of({unit for each in listed for unit in (*each.holders, each.proposed) if unit})
    called = {unit: body_name(version) for unit, version in names.items()}
    return [
        Row(
            each,
            holders=", ".join(called[unit] for unit in each.holders if unit in called),
            proposed=called.get(each.proposed or 0, ""),
        )
        for each in listed
    ]


def _taker(assignment: Assignment, roster: Roster) -> str:
    version = roster.units.get(assignment.handed_to_id or 0)
    return body_name(version) if version else str(assignment.handed_to)
