"""Nhật ký, the log of every change, for administrators."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Entries, Entry
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.log.filter import log_filter
from tinhso.surfaces.web.log.lines import lines

PAGE = 50


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the log, newest first, and where the next ones begin; every page costs the same."""

    entries: Sequence[Entry]
    newer: int | None
    older: int | None

    @classmethod
    def asked_for(cls, entries: Entries, request: HttpRequest) -> Self:
        """``?before=`` a number goes on to older entries, ``?after=`` back to newer ones, ``?oldest=1`` to the end."""
        before, after = (whole_number(request.GET.get(name, "")) for name in ("before", "after"))
        if after or request.GET.get("oldest"):
            found = list(entries.filter(id__gt=after).order_by("id")[: PAGE + 1])
            more, shown = len(found) > PAGE, found[:PAGE][::-1]
            return cls(shown, newer=shown[0].pk if more else None, older=shown[-1].pk if after and shown else None)
        found = list((entries.filter(id__lt=before) if before else entries).order_by("-id")[: PAGE + 1])
        more, shown = len(found) > PAGE, found[:PAGE]
        return cls(shown, newer=shown[0].pk if before and shown else None, older=shown[-1].pk if more else None)


@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    """What answers the filter; its address may be sent and kept."""
    require(request, Verb.READ_AUDIT)
    form = log_filter(request)
    entries = form.narrow(Entry.objects.all()) if form.is_valid() else Entry.objects.none()
    sheet = Sheet.asked_for(entries, request)
    context = {
        "form": form,
        "sheet": sheet,
        "lines": lines(sheet.entries),
        "head": Entry.objects.sealed().last(),
        "filters": _filters(request),
    }
    return render(request, "log/entries.html", context)


def _filters(request: HttpRequest) -> str:
    """The filters of the address without the place in the log, for the export."""
    query = request.GET.copy()
    for place in ("before", "after", "oldest"):
        query.pop(place, None)
    return query.urlencode()
