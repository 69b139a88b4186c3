"""Hộp thư của tôi: what was written to this person, as it was sent or as it lies here."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.mail.models import Letter
from tinhso.surfaces.web.carrying.asking import leaf

PAGE = 50


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    mine = person(request)
    letters = Letter.objects.filter(account=mine).defer("text", "html")
    page = Paginator(letters, leaf(request, PAGE)).get_page(request.GET.get("page"))
    context = {"page": page, "account": mine, "is_kept": not settings.EMAIL_HOST}
    return render(request, "letters/mailbox.html", context)


@require_safe
def one(request: HttpRequest, letter: int) -> HttpResponse:
    """One letter in its plain words."""
    found = get_object_or_404(Letter, pk=letter, account=person(request))
    return render(request, "letters/letter.html", {"letter": found, "is_own": True, "is_shown": True})
