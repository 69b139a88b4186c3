"""Ghi văn bản: an officer says what his unit has issued, with number, day and file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.actions.record_duty import Issued, record_duty
from tinhso.steering.following.duty_days import units_due
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.following.reach import reach
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.duties.page import duty_of
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.work.forms import WorkForm
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Duty


class PaperForm(WorkForm):
    """The document as it was issued; ``ve`` is the paper that it takes the place of."""

    unit = forms.ChoiceField(label="Đơn vị ban hành")
    kind = forms.ChoiceField(label="Loại văn bản", choices=DocumentKind.choices, initial=DocumentKind.PLAN)
    number = forms.CharField(label="Số, ký hiệu", max_length=80, help_text="Ví dụ 15/KH-UBND.")
    issued_on = DayField(label="Ngày ban hành")
    sent_on = DayField(label="Ngày gửi", required=False)
    subject = forms.CharField(label="Trích yếu", required=False, max_length=500)
    signer = forms.CharField(label="Người ký", required=False, max_length=120)
    file = forms.FileField(label="Tệp văn bản đã ký", required=False)

    def offer(self, units: dict[str, str], *, keeps_file: bool) -> None:
        """The units for which the person may record; without a file the one that is there stays."""
        chooser = self.fields["unit"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = list(units.items())
        self.fields["file"].help_text = "Bỏ trống thì giữ tệp đã gửi." if keeps_file else ""


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, programme: int, order: int) -> HttpResponse:
    """The form; sent, the unit has issued its document. Where one stands, the form corrects it."""
    about = asked(request, programme)
    found = duty_of(about, order)
    mine = _own_units(found, reach(about.account, Verb.REPORT, about.today))
    if not mine:
        raise NotAllowed(what="ghi văn bản cho việc này")
    require_running(about.programme)
    stands = _standing(found, request.GET.get("don_vi", "").removeprefix("u"), mine)
    form = PaperForm(request.POST or None, request.FILES or None, initial=_initial(stands, mine), label_suffix="")
    form.offer(mine, keeps_file=stands is not None)
    if form.is_valid():
        try:
            _recorded(form, found, Hand(about.account, once=form.key()))
            messages.success(request, "Đã ghi văn bản.")
            return redirect("duties:duty", about.programme.pk, found.pk)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    context = {"asked": about, "duty": found, "form": form, "stands": stands}
    return render(request, "duties/record.html", context, status=422 if request.method == "POST" else 200)


def _own_units(duty: Duty, reports: frozenset[int]) -> dict[str, str]:
    """The units that had to and for which the person reports, as choices."""
    return {str(unit): body_name(version) for unit, version in units_due(duty).items() if unit in reports}


def _standing(duty: Duty, unit: str, mine: dict[str, str]) -> DutyPaper | None:
    """What the unit asked for has recorded, in force."""
    if unit not in mine:
        return None
    rows = DutyPaper.objects.in_force().filter(duty=duty, unit=whole_number(unit))
    return rows.select_related("document__file").first()


def _initial(stands: DutyPaper | None, mine: dict[str, str]) -> dict[str, Any]:
    if stands is None:
        return {"unit": next(iter(mine))}
    issued = stands.document
    return {
        "unit": str(stands.unit_id),
        "ve": str(stands.pk),
        "kind": issued.kind,
        "number": issued.written_number,
        "issued_on": issued.issued_on,
        "sent_on": stands.sent_on,
        "subject": issued.subject,
        "signer": issued.signer,
    }


@transaction.atomic
def _recorded(form: PaperForm, duty: Duty, hand: Hand) -> DutyPaper:
    """The file and the record, both or neither; a form sent twice keeps its file once."""
    said = form.cleaned_data
    known = DutyPaper.objects.filter(once=hand.once).first()
    if known is not None:
        return known
    issued = Issued(
        number=said["number"],
        issued_on=said["issued_on"],
        kind=said["kind"],
        subject=said["subject"],
        signer=said["signer"],
        sent_on=said["sent_on"],
        file=keep_file(said["file"], by=hand.by) if said["file"] else None,
    )
    unit = units_due(duty)[int(said["unit"])].unit
    corrects = DutyPaper.objects.filter(duty=duty, unit=unit, pk=whole_number(said["ve"])).first()
    return record_duty(duty, unit, issued, hand=hand, corrects=corrects)
