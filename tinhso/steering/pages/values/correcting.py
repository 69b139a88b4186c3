"""Sửa, rút số liệu: what was given stays to be read; another entry takes its place, with the reason."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.doubts import doubts, value_before
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.wording import plain
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.values.entering import Desk, desk_of, history_of, show_form, whence_of
from tinhso.steering.pages.values.entry_form import CorrectionForm
from tinhso.steering.pages.values.issued_form import IssuedForm

#: The button that withdraws instead of correcting.
WITHDRAW = "rut"


@require_http_methods(["GET", "POST"])
def correct_figure(request: HttpRequest, programme: int, value: int) -> HttpResponse:
    """The form with what stands; sent, the corrected figure, or none when it is withdrawn.

    The second of two who correct the same figure sees what stands now, with what was typed still in the form.
    """
    values = Value.objects.of_programme(asked(request, programme).programme)
    found = get_object_or_404(values.select_related("unit", "indicator__programme", "entered_by"), pk=value)
    desk = desk_of(request, programme, found.indicator_id)
    if str(found.unit_id) not in desk.units:
        raise NotAllowed(what="nhập số liệu của đơn vị này")
    initial = _initial(found, desk.measure)
    form = CorrectionForm(request.POST or None, request.FILES or None, measure=desk.measure, initial=initial)
    issued = IssuedForm(request.POST or None)
    strange = _strange(form, found, desk) if form.is_valid() and WITHDRAW not in request.POST else []
    if form.is_valid() and issued.is_valid() and (not strange or form.cleaned_data["checked"]):
        try:
            with transaction.atomic():
                new = _replaced(request, form, found, whence=whence_of(form, issued, desk.asked.account))
            return redirect(history_of(desk, new))
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    name = body_name(desk.units[str(found.unit_id)])
    told = {"strange": strange, "value": found, "unit": name, "stands": _standing_now(found), "issued": issued}
    return show_form(request, desk, form, **told)


def _replaced(request: HttpRequest, form: CorrectionForm, value: Value, *, whence: Whence) -> Value:
    if WITHDRAW in request.POST:
        gone = withdraw(value, whence)
        messages.success(request, "Đã rút số liệu; ô này trở lại là chưa có số liệu.")
        return gone
    new = correct(value, form.given(), whence)
    messages.success(request, "Đã sửa số liệu. Số cũ vẫn còn trong lịch sử.")
    return new


def _strange(form: CorrectionForm, value: Value, desk: Desk) -> list[str]:
    cell = Cell(value.indicator, value.unit, value.from_on, value.to_on)
    return doubts(form.given(), value_before(cell), desk.measure)


def _standing_now(value: Value) -> Value | None:
    """What took the value's place, the last in the row; None while it stands itself."""
    if value.superseded_at is None:
        return None
    same = Value.objects.filter(indicator=value.indicator_id, unit=value.unit_id, source=value.source)
    last = same.filter(from_on=value.from_on, to_on=value.to_on, superseded_at=None)
    found: Value | None = last.select_related("entered_by").first()
    return found


def _initial(value: Value, measure: Measure) -> dict[str, Any]:
    """What the value says, as a person would type it."""
    said = Given.of(value).columns
    typed = {name: plain(said[name]) for name in ("numerator", "denominator", "number") if said[name] is not None}
    yes = str(int(value.numerator)) if measure.kind == Measure.Kind.YES_NO and value.numerator is not None else ""
    return {**said, **typed, "yes": yes}
