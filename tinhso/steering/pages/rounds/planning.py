"""Lập kỳ báo cáo: a round by its kind and number, or with days of its own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.asked import Asked, asked, programmes_seen
from tinhso.steering.pages.rounds.desk import may_plan
from tinhso.steering.pages.rounds.legal import TIME
from tinhso.steering.pages.rounds.plan_form import FREE, PlanForm, filled, proposal_of
from tinhso.steering.pages.rounds.telling import tell
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.fetching import rounds_of
from tinhso.steering.reporting.proposing import proposed_rounds
from tinhso.steering.reporting.refusals import NotYourRound, RoundImpossible

_FORBIDDEN = 403
#: The button that fills in the days instead of planning.
FILL = "dien"


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, the round stands. Filled in by the button, nothing is planned yet."""
    about = asked(request, programme)
    if not may_plan(about):
        raise NotYourRound(what="lập kỳ báo cáo")
    offered = _programmes(request, about)
    if request.method != "POST":
        return _page(request, about, PlanForm(initial=_begun(about), programmes=offered))
    if FILL in request.POST:
        return _page(request, about, _filled(request.POST, about, offered))
    form = PlanForm(request.POST, programmes=offered)
    return _sent(request, about, form) if form.is_valid() else _page(request, about, form, status=422)


def _sent(request: HttpRequest, about: Asked, form: PlanForm) -> HttpResponse:
    try:
        made = plan_round(form.asked(), form.chosen(), Hand(about.account, once=form.key()))
    except TinhsoError as refusal:
        if refusal.status == _FORBIDDEN:
            raise
        tell(form, refusal)
        return _page(request, about, form, status=refusal.status)
    messages.success(request, f"Đã lập {made.title}; kỳ tự mở ngày {write_date(made.opens_on)}.")
    asks = [each.pk for each in form.chosen()]
    return redirect("rounds:board", about.programme.pk if about.programme.pk in asks else asks[0], made.pk)


def _filled(sent: QueryDict, about: Asked, offered: list[Programme]) -> PlanForm:
    """What was typed, with the days of the period that is named."""
    asks = PlanForm(sent, programmes=offered)
    facts = {name: _cleaned(asks, name) for name in ("kind", "basis", "year", "number")}
    if facts["kind"] in FREE or None in (facts["kind"], facts["year"], facts["number"]):
        asks.is_valid()
        return asks
    try:
        days = filled(facts, proposed_rounds(about.programme))
    except RoundImpossible as refusal:
        asks.add_error("number", refusal.sentence)
        return asks
    typed = {name: asks[name].value() for name in asks.fields if name in sent}
    return PlanForm(initial={**typed, **days, "programmes": sent.getlist("programmes")}, programmes=offered)


def _cleaned(form: PlanForm, name: str) -> object:
    """One field as it is understood; none where it is not."""
    form.is_valid()
    return form.cleaned_data.get(name)


def _begun(about: Asked) -> dict[str, object]:
    facts = proposal_of(about.day, rounds_of(about.programme))
    return {**facts, **filled(facts, proposed_rounds(about.programme)), "programmes": [str(about.programme.pk)]}


def _programmes(request: HttpRequest, about: Asked) -> list[Programme]:
    """Those of the same department that run, the one looked at first."""
    unit = about.programme.coordinating_unit_id
    others = [each for each in programmes_seen(request) if each.coordinating_unit_id == unit and each.is_running]
    return [about.programme, *(each for each in others if each.pk != about.programme.pk)]


def _page(request: HttpRequest, about: Asked, form: PlanForm, *, status: int = 200) -> HttpResponse:
    return render(request, "rounds/plan.html", {"asked": about, "form": form, "time": TIME}, status=status)
