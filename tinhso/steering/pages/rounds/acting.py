"""One verb about a round: its form shown, and sent."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.rounds.desk import Desk, desk_of
from tinhso.steering.pages.rounds.doings import DOINGS, RoundDoing, Sent
from tinhso.steering.pages.rounds.telling import tell
from tinhso.steering.pages.work.forms import WorkForm
from tinhso.steering.reporting.refusals import NotYourRound

_OK, _FORBIDDEN, _WRONG = 200, 403, 422


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, programme: int, *, round_: int, errand: str) -> HttpResponse:
    """The form; sent, it is done once, and the board is shown again."""
    desk, doing = desk_of(request, programme, round_), DOINGS.get(errand)
    if doing is None:
        raise Http404
    if not desk.keeps:
        raise NotYourRound(what=doing.title.lower())
    sent = request.POST if request.method == "POST" else None
    form = doing.form(sent, initial=dict(doing.initial(desk)))
    if form.is_valid():
        return _send(request, desk, doing, form=form)
    return _page(request, desk, doing, form=form, status=_WRONG if form.errors else _OK)


def _send(request: HttpRequest, desk: Desk, doing: RoundDoing, *, form: WorkForm) -> HttpResponse:
    try:
        messages.success(request, doing.act(Sent(desk, Hand(desk.asked.account, once=form.key()), form)))
    except TinhsoError as refusal:
        if refusal.status == _FORBIDDEN:
            raise
        tell(form, refusal)
        return _page(request, desk, doing, form=form, status=refusal.status)
    return redirect(desk.address)


def _page(request: HttpRequest, desk: Desk, doing: RoundDoing, *, form: WorkForm, status: int) -> HttpResponse:
    context = {"asked": desk.asked, "desk": desk, "doing": doing, "form": form}
    return render(request, "rounds/act.html", context, status=status)
