"""Nhập số liệu: an officer gives a figure; what is strange is told before it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.doubts import doubts, value_before
from tinhso.steering.figures.executing import Reporter
from tinhso.steering.figures.giving import Cell, Whence
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.values.entry_form import EntryForm, FigureForm
from tinhso.steering.pages.values.issued_form import IssuedForm
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class Desk:
    """An indicator at which a person may enter figures for some units."""

    asked: Asked
    indicator: Indicator
    measure: Measure
    units: Mapping[str, UnitVersion]

    @property
    def choices(self) -> dict[str, str]:
        """The units as choices of a form."""
        return {key: body_name(version) for key, version in self.units.items()}


@require_http_methods(["GET", "POST"])
def enter_figure(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The form; sent, the figure stands and its entries are shown."""
    desk = desk_of(request, programme, indicator)
    require_running(desk.asked.programme)
    if desk.indicator.withdrawn_at is not None:
        raise Http404
    initial = _initial(desk, request.GET.get("don_vi", "").removeprefix("u"))
    form = EntryForm(request.POST or None, request.FILES or None, measure=desk.measure, initial=initial)
    form.offer(desk.choices)
    issued = IssuedForm(request.POST or None)
    strange = _strange(form, desk) if form.is_valid() else []
    if form.is_valid() and issued.is_valid() and (not strange or form.cleaned_data["checked"]):
        try:
            return _entered(request, form, desk, issued=issued)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    return show_form(request, desk, form, strange=strange, issued=issued)


def desk_of(request: HttpRequest, programme: int, indicator: int) -> Desk:
    """The indicator, if this person may enter for some unit of it (else NotAllowed)."""
    about = asked(request, programme)
    found = whole_indicator(about.programme, indicator)
    if found is None:
        raise Http404
    roster = Roster.on(about.naming_day)
    measure = measures_of([found], roster)[found.pk]
    units = Reporter.of(about.account).may_enter(found.assignments.all(), measure, roster)
    if not units:
        raise NotAllowed(what="nhập số liệu của chỉ tiêu này")
    return Desk(about, found, measure, {str(version.unit_id): version for version in units})


def show_form(request: HttpRequest, desk: Desk, form: FigureForm, **more: object) -> HttpResponse:
    """The page of a form; what is strange or wrong stands above it."""
    context = {"asked": desk.asked, "desk": desk, "form": form, **more}
    page = "enter" if isinstance(form, EntryForm) else "correct"
    return render(request, f"values/{page}.html", context, status=422 if request.method == "POST" else 200)


def whence_of(form: FigureForm, issued: IssuedForm, by: Account) -> Whence:
    """Who gives it, with the file handed in beside it and the document named."""
    file = form.cleaned_data.get("file")
    kept = keep_file(file, by=by) if file else None
    return Whence(by=by, note=form.cleaned_data["note"], file=kept, issued=issued.kept(by))


def _cell(form: EntryForm, desk: Desk) -> Cell:
    said = form.cleaned_data
    return Cell(desk.indicator, desk.units[said["unit"]].unit, said["from_on"], said["to_on"])


def _strange(form: EntryForm, desk: Desk) -> list[str]:
    return doubts(form.given(), value_before(_cell(form, desk)), desk.measure)


def _entered(request: HttpRequest, form: EntryForm, desk: Desk, *, issued: IssuedForm) -> HttpResponse:
    with transaction.atomic():
        value = enter(_cell(form, desk), form.given(), whence_of(form, issued, desk.asked.account))
    messages.success(request, "Đã ghi số liệu.")
    return redirect(history_of(desk, value))


def history_of(desk: Desk, value: Value) -> str:
    """The address of all that the value's unit has given."""
    address = reverse("values:entries", args=(desk.asked.programme.pk, desk.indicator.pk))
    return f"{address}?don_vi=u{value.unit_id}"


def _initial(desk: Desk, unit: str) -> dict[str, Any]:
    """The unit asked for, and the days since the programme began, or since its level is counted."""
    chosen = desk.units.get(unit) or next(iter(desk.units.values()))
    level, last = level_of(chosen.kind), min(desk.asked.day, desk.asked.programme.ends_on)
    counted = [target.from_on for target in desk.indicator.targets.all() if target.from_on and target.level == level]
    first: date = min(counted, default=desk.asked.programme.starts_on)
    return {"unit": str(chosen.unit_id), "from_on": first, "to_on": max(last, first)}
