"""Lập các kỳ theo kế hoạch: what would be planned and what not, looked at before it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.rounds.desk import may_plan
from tinhso.steering.pages.rounds.legal import TIME
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.plan_ordered import Ordered, ordered_rounds, plan_ordered
from tinhso.steering.reporting.fetching import rounds_of
from tinhso.steering.reporting.refusals import NotYourRound


@require_http_methods(["GET", "HEAD", "POST"])
def ordered(request: HttpRequest, programme: int) -> HttpResponse:
    """The rounds that the plan orders; sent, those are planned that can be. Raises NotYourRound."""
    about = asked(request, programme)
    refuse_unknown(request, ())
    if not may_plan(about):
        raise NotYourRound(what="lập các kỳ theo kế hoạch")
    if request.method == "POST":
        return _planned(request, about.programme, Hand(about.account))
    found = ordered_rounds(about.programme, rounds_of(about.programme))
    new = sum(each.is_new for each in found) if about.programme.is_running else 0
    context = {"asked": about, "ordered": found, "new": new, "time": TIME}
    return render(request, "rounds/ordered.html", context)


def _planned(request: HttpRequest, programme: Programme, hand: Hand) -> HttpResponse:
    found = plan_ordered(programme, hand)
    standing = sum(each.round is not None for each in found)
    messages.success(request, f"Đã có {standing} kỳ báo cáo theo kế hoạch; mỗi kỳ tự mở khi đến ngày.")
    for each in found:
        if each.why_not:
            messages.warning(request, _left(each))
    return redirect("rounds:rounds", programme.pk)


def _left(each: Ordered) -> str:
    return f"Chưa lập “{each.asked.title}”: {each.why_not}"
