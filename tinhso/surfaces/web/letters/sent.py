"""Thư đã gửi: to whom, as what, about what, when, how it stands and why; tried again by a button."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.mail.models import Letter
from tinhso.kernel.mail.models.letters import LetterQuerySet
from tinhso.kernel.mail.retrying import retry
from tinhso.lib.text import search_terms
from tinhso.surfaces.web.carrying.asking import leaf

PAGE = 50


class SentFilter(forms.Form):
    """What the list may be narrowed to."""

    q = forms.CharField(label="Người nhận, đơn vị, về việc", required=False, max_length=120)
    state = forms.ChoiceField(label="Tình trạng", required=False, choices=(("", "Tất cả"), *Letter.State.choices))
    since = forms.DateField(label="Từ ngày", required=False)
    until = forms.DateField(label="Đến hết ngày", required=False)

    def narrow(self, letters: LetterQuerySet) -> LetterQuerySet:
        """Of a mistaken filter nothing is shown."""
        if not self.is_valid():
            return letters.none()
        asked = self.cleaned_data
        for term in search_terms(asked["q"]):
            letters = letters.filter(folded__contains=term)
        if asked["state"]:
            letters = letters.filter(state=asked["state"])
        if asked["since"]:
            letters = letters.filter(written_at__date__gte=asked["since"])
        return letters.filter(written_at__date__lte=asked["until"]) if asked["until"] else letters


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The newest first; above them how many stand how."""
    require(request, Verb.KEEP_ACCOUNTS)
    form = SentFilter(request.GET)
    rows = form.narrow(Letter.objects.select_related("account").defer("text", "html"))
    counted = dict(Letter.objects.order_by().values_list("state").annotate(Count("pk")))
    context = {
        "form": form,
        "page": Paginator(rows, leaf(request, PAGE)).get_page(request.GET.get("page")),
        "counted": [(state, counted[state]) for state in Letter.State if state in counted],
        "is_kept": not settings.EMAIL_HOST,
    }
    return render(request, "letters/sent.html", context)


@require_safe
def one(request: HttpRequest, letter: int) -> HttpResponse:
    """How one letter fared. Its words are shown to others than its reader only where it went to nobody."""
    require(request, Verb.KEEP_ACCOUNTS)
    found = get_object_or_404(Letter.objects.select_related("account"), pk=letter)
    context = {"letter": found, "is_own": False, "is_shown": found.state == Letter.State.KEPT}
    return render(request, "letters/letter.html", context)


@require_POST
def again(request: HttpRequest, letter: int) -> HttpResponse:
    """Tried anew from now on."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    retry(get_object_or_404(Letter, pk=letter), by=by)
    messages.success(request, "Đã đưa thư vào hàng gửi lại.")
    return redirect("letters:letter", letter)
