"""Quản trị: its places, each found by place and shown to whom it is open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.surfaces.web.shell.administration import tiles


@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """The tiles of what this person keeps."""
    require(request, Verb.READ_ORGANISATIONS)
    return render(request, "web/administration.html", {"tiles": tiles(request)})
