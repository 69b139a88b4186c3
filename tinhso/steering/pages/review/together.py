"""Who else is there and what they did since the page was opened: asked again and again while it stays open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.review.presence import be_present, moment, others


@require_safe
def together(request: HttpRequest, programme: int) -> HttpResponse:
    """The part of the page that tells of the others; ``tu`` is the moment the page was opened."""
    about, account = asked(request, programme), require(request, Verb.ACCEPT_ITEMS)
    be_present(about.programme, account)
    opened = moment(request.GET.get("tu", ""))
    context = {"asked": about, "others": others(about.programme, account, opened), "opened_at": opened.isoformat()}
    return render(request, "review/_others.html", context)
