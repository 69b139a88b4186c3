"""Quản trị: its few places, and Nhật ký, the log of every change, for administrators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Entry
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.audit_filter import LogFilter
from tinhso.surfaces.web.audit_lines import lines

PAGE = 50


@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """The places of an administrator."""
    require(request, Verb.READ_AUDIT)
    return render(request, "web/administration.html")


@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    """Newest first; ``?before=`` an entry's number goes on from there, whatever has come since."""
    require(request, Verb.READ_AUDIT)
    form = LogFilter(request.GET)
    entries = form.narrow(Entry.objects.all()) if form.is_valid() else Entry.objects.none()
    if before := whole_number(request.GET.get("before", "")):
        entries = entries.filter(id__lt=before)
    shown = list(entries.order_by("-id")[: PAGE + 1])
    context = {
        "form": form,
        "lines": lines(shown[:PAGE]),
        "older": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "head": Entry.objects.sealed().last(),
    }
    return render(request, "web/audit_log.html", context)
