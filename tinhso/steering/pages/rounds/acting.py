"""One verb about a round: its form shown, and sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinhso.steering.pages.rounds.desk import desk_of
from tinhso.steering.pages.rounds.doings import DOINGS
from tinhso.steering.pages.rounds.telling import tell
from tinhso.steering.pages.verbs import Frame, perform
from tinhso.steering.pages.work.forms import WorkForm
from tinhso.steering.reporting.refusals import NotYourRound


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, programme: int, *, round_: int, errand: str) -> HttpResponse:
    """The form; sent, it is done once, and the board is shown again."""
    desk, verb = desk_of(request, programme, round_), DOINGS.get(errand)
    if verb is None:
        raise Http404
    if not desk.keeps:
        raise NotYourRound(what=verb.title.lower())

    def show(form: WorkForm, status: int) -> HttpResponse:
        context = {"asked": desk.asked, "desk": desk, "verb": verb, "form": form}
        return render(request, "rounds/act.html", context, status=status)

    frame = Frame(by=desk.asked.account, show=show, back=desk.address, tell=tell)
    return perform(request, verb, desk, frame=frame)
