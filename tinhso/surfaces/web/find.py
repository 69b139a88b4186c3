"""The search page: everything that answers a few words, by kind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.standing import person
from tinhso.surfaces.web.shell.search import found

_LONGEST = 200


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """``/tim-kiem?q=…``; without words it says what can be found."""
    account, query = person(request), request.GET.get("q", "").strip()[:_LONGEST]
    groups = found(query, account) if query else []
    return render(request, "web/find.html", {"query": query, "groups": groups})
