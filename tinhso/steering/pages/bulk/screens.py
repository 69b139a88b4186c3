"""Làm một lần cho nhiều nhiệm vụ: what is chosen in the list, what would be done, and what was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.bulk.deeds import DEEDS, BulkDeed, colleagues, offered
from tinhso.steering.pages.bulk.forms import offer_people
from tinhso.steering.pages.bulk.performing import Errand, Outcome, perform, perform_all, rehearse, told
from tinhso.steering.pages.bulk.refusals import TooManyChosen
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.task_groups import WHOLE
from tinhso.steering.programmes.models import Task

#: What the buttons of the page ask: to look, to do where allowed, to do all or nothing.
_LOOK, _WHERE_ALLOWED, _ALL = "xem", "duoc-phep", "tat-ca"
_DOING: dict[str, Callable[[Errand, Sequence[Task]], list[Outcome]]] = {
    _LOOK: rehearse,
    _WHERE_ALLOWED: perform,
    _ALL: perform_all,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A request for a deed: the deed, the tasks as the person saw them, the form, the key of the sending."""

    about: Asked
    deed: BulkDeed
    tasks: list[Task]
    form: forms.Form
    once: str
    back: str


@require_POST
def bulk(request: HttpRequest, programme: int) -> HttpResponse:
    """First what would happen; then, sent from there, the deed itself, once."""
    about = asked(request, programme)
    chosen = _chosen(request, about)
    if not chosen.tasks:
        messages.warning(request, "Chưa chọn nhiệm vụ nào. Hãy đánh dấu các dòng trong danh sách trước.")
        return redirect(chosen.back)
    step = request.POST.get("buoc", "")
    if step not in _DOING or not chosen.form.is_valid():
        return _page(request, chosen, outcomes=_first_look(chosen) if step not in _DOING else [])
    errand = Errand(chosen.deed, chosen.form.cleaned_data, about.account, chosen.once)
    outcomes = _DOING[step](errand, chosen.tasks)
    refused = sum(bool(outcome.refusal) for outcome in outcomes)
    if step == _LOOK or (step == _ALL and refused):
        return _page(request, chosen, outcomes=outcomes)
    messages.success(request, f"{chosen.deed.label}: đã làm với {len(outcomes) - refused} nhiệm vụ.")
    return _page(request, chosen, outcomes=outcomes, done=True) if refused else redirect(chosen.back)


def _chosen(request: HttpRequest, about: Asked) -> Chosen:
    """Raises TooManyChosen, NotAllowed; 404 for a deed that there is not."""
    deed = _deed(request, about)
    sent = request.POST if request.POST.get("buoc") in _DOING else None
    form = deed.form(sent)
    offer_people(form, colleagues(about.account, Hand(about.account)))
    query = request.POST.get("query", "")
    back = f"{about.link('tasks')}?{query or 'q='}"
    return Chosen(about, deed, _tasks(request, about), form, request.POST.get("once", "")[:32] or one_time_key(), back)


def _deed(request: HttpRequest, about: Asked) -> BulkDeed:
    """The one named, else the first that the person is offered."""
    wanted, may = request.POST.get("viec_lam", ""), offered(about.account)
    deed = next((deed for deed in DEEDS if deed.key == wanted), None) if wanted else next(iter(may), DEEDS[0])
    if deed is None:
        raise Http404
    if deed not in may:
        raise NotAllowed(what=deed.label.lower())
    return deed


def _tasks(request: HttpRequest, about: Asked) -> list[Task]:
    """In the plan's order, each with the version that the person saw."""
    keys = {number for value in request.POST.getlist("viec") if (number := whole_number(value))}
    if len(keys) > WHOLE:
        raise TooManyChosen(most=WHOLE, count=len(keys))
    found = list(Task.objects.current().filter(programme=about.programme, pk__in=keys).in_document_order())
    for task in found:
        task.version = whole_number(request.POST.get(f"ban_{task.pk}", "")) or task.version
    return found


def _first_look(chosen: Chosen) -> list[Outcome]:
    """A deed that asks nothing is rehearsed at once."""
    if chosen.form.fields:
        return []
    return rehearse(Errand(chosen.deed, {}, chosen.about.account, chosen.once), chosen.tasks)


def _page(request: HttpRequest, chosen: Chosen, *, outcomes: list[Outcome], done: bool = False) -> HttpResponse:
    refused = sum(bool(outcome.refusal) for outcome in outcomes)
    context = {
        "asked": chosen.about,
        "chosen": chosen,
        "outcomes": outcomes or [Outcome(task, "") for task in chosen.tasks],
        "looked": bool(outcomes),
        "refused": refused,
        "allowed": len(outcomes) - refused,
        "done": done,
        "told": [] if done else told(chosen.deed, outcomes, chosen.about.today),
        "query": request.POST.get("query", ""),
    }
    return show(request, "bulk/bulk", context)
