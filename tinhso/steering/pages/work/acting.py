"""One verb about one task: its form shown, and sent."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.following.refusals import AlreadySent, NotYourTask
from tinhso.steering.following.situation import Situation, situation
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.fingerprints import fingerprint
from tinhso.steering.pages.returning import own_address
from tinhso.steering.pages.work.doing import Doing, Sent
from tinhso.steering.pages.work.doings import DOINGS
from tinhso.steering.pages.work.forms import WorkForm
from tinhso.steering.pages.work.history import Line
from tinhso.steering.pages.work.meanwhile import meanwhile
from tinhso.steering.pages.work.proofs import proofs_of
from tinhso.steering.pages.work.things import thing_words
from tinhso.steering.programmes.models import Task

_OK, _FORBIDDEN, _CONFLICT, _WRONG = 200, 403, 409, 422


@dataclass(frozen=True, slots=True)
class Errand:
    """What a request is about: the verb, the task as it stands for the person, the row of it that is named."""

    asked: Asked
    verb: Doing
    at: Situation
    thing: Model | None


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, programme: int, *, task: int, doing: str) -> HttpResponse:
    """The form of a verb; sent, the deed is done and the page that it was sent from is shown again."""
    errand = _errand(request, asked(request, programme), task=task, doing=doing)
    if not errand.verb.may(errand.at, errand.thing):
        raise NotYourTask(what=_small(errand.verb.title), whose=errand.verb.whose)
    errand.at.refuse_closed()
    form = _form(request, errand)
    if request.method == "POST" and form.is_valid():
        return _send(request, errand, form)
    return _page(request, errand, form, status=_WRONG if form.errors else _OK)


def _errand(request: HttpRequest, about: Asked, *, task: int, doing: str) -> Errand:
    verb = DOINGS.get(doing)
    if verb is None:
        raise Http404
    tasks = Task.objects.filter(programme=about.programme).select_related("programme")
    at = situation(get_object_or_404(tasks, pk=task), about.account, about.today)
    return Errand(about, verb, at, _thing(request, verb, at))


def _thing(request: HttpRequest, verb: Doing, at: Situation) -> Model | None:
    """The row of this task that the address or the form names."""
    key = whole_number(request.POST.get("ve", "") or request.GET.get("ve", ""))
    if verb.about is None or (verb.about_optional and not key):
        return None
    found: Model = get_object_or_404(verb.about._default_manager.filter(task=at.task), pk=key)
    return found


def _form(request: HttpRequest, errand: Errand) -> WorkForm:
    initial = {"ve": request.GET.get("ve", ""), "next": own_address(request.GET.get("next", ""))}
    if request.method == "POST":
        form = errand.verb.form(request.POST, request.FILES, initial=initial)
    else:
        form = errand.verb.form(initial=initial)
    errand.verb.fill(form, errand.at, errand.thing)
    return form


def _send(request: HttpRequest, errand: Errand, form: WorkForm) -> HttpResponse:
    try:
        messages.success(request, _done(errand, form))
    except TinhsoError as refusal:
        if refusal.status == _FORBIDDEN:
            raise
        return _refused(request, errand, form, refusal=refusal)
    page = reverse("pages:task", args=(errand.asked.programme.pk, errand.at.task.pk))
    return redirect(own_address(form.cleaned_data["next"]) or page)


def _refused(request: HttpRequest, errand: Errand, form: WorkForm, *, refusal: TinhsoError) -> HttpResponse:
    """The form again, with why; where another deed came first, that one beside it."""
    form.add_error(None, refusal.sentence)
    before = refusal.status == _CONFLICT
    stands = meanwhile(errand.at, errand.thing, refusal=refusal, once=form.key()) if before else None
    if isinstance(refusal, AlreadySent):
        form.renew_key()
    return _page(request, errand, form, status=refusal.status, stands=stands)


def _done(errand: Errand, form: WorkForm) -> str:
    """The evidence and the deed, both or neither; a form sent twice keeps its evidence once."""
    facts, thing = form.cleaned_data, errand.thing
    about = errand.verb.slug, str(thing.pk if thing else "")
    hand = Hand(errand.asked.account, form.key(), fingerprint=fingerprint(facts, *about))
    with transaction.atomic():
        Task.objects.select_for_update().get(pk=errand.at.task.pk)
        known = Deed.objects.filter(once=hand.once).exists()
        proofs = () if known else proofs_of(facts, by=hand.by)
        return errand.verb.act(Sent(errand.at, thing, hand, facts, proofs))


def _page(
    request: HttpRequest, errand: Errand, form: WorkForm, *, status: int, stands: Line | None = None
) -> HttpResponse:
    context = {
        "asked": errand.asked,
        "verb": errand.verb,
        "task": errand.at.task,
        "form": form,
        "thing": thing_words(errand.thing),
        "meanwhile": stands,
    }
    return render(request, "work/act.html", context, status=status)


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]
