"""Chấp nhận: a person stands behind what the machine read, or says whom an unsure name means."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.returning import own_address
from tinhso.steering.programmes.actions.accept import accept, accept_all, choose
from tinhso.steering.programmes.models import Assignment, Candidate, Indicator, Task


@require_POST
def accept_task(request: HttpRequest, programme: int, task: int) -> HttpResponse:
    """One task with its products, deadline and sure owners."""
    about, account = _asked(request, programme)
    found = get_object_or_404(Task.objects.current().filter(programme=about.programme), pk=task)
    accept(found, by=account, version=_version(request))
    messages.success(request, f"Đã chấp nhận nhiệm vụ {found.code}.")
    return redirect("pages:task", programme, task)


@require_POST
def accept_indicator(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """One indicator with its targets and sure owners."""
    about, account = _asked(request, programme)
    found = get_object_or_404(Indicator.objects.current().filter(programme=about.programme), pk=indicator)
    accept(found, by=account, version=_version(request))
    messages.success(request, f"Đã chấp nhận chỉ tiêu {found.code}.")
    return redirect("pages:indicator", programme, indicator)


@require_POST
def accept_everything(request: HttpRequest, programme: int) -> HttpResponse:
    """Everything that the reader proposed in the programme and nobody has accepted yet."""
    about, account = _asked(request, programme)
    count = accept_all(about.programme, by=account)
    messages.success(request, f"Đã chấp nhận {count} mục.")
    return redirect("pages:board", programme)


@require_POST
def choose_owner(request: HttpRequest, programme: int, assignment: int) -> HttpResponse:
    """Whom an unsure wording means: one of its candidates."""
    about, account = _asked(request, programme)
    found = get_object_or_404(Assignment.objects.current().filter(programme=about.programme), pk=assignment)
    candidate = get_object_or_404(Candidate.objects.filter(assignment=found), place=_number(request, "candidate"))
    choose(found, candidate, by=account, version=_version(request))
    messages.success(request, f"Đã chọn đơn vị cho “{found.wording}”.")
    return redirect(own_address(request.POST.get("next", "")) or about.link("board"))


def _asked(request: HttpRequest, programme: int) -> tuple[Asked, Account]:
    return asked(request, programme), require(request, Verb.ACCEPT_ITEMS)


def _version(request: HttpRequest) -> int:
    return _number(request, "version")


def _number(request: HttpRequest, name: str) -> int:
    return whole_number(request.POST.get(name, ""))
