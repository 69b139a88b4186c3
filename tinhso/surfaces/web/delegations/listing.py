"""The list of delegations that concern a person, and taking one back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts.delegation.reach import concerning, takeable
from tinhso.kernel.accounts.delegation.take_back import take_back
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.surfaces.web.carrying.asking import leaf
from tinhso.surfaces.web.delegations.lines import lines

PAGE = 50


@require_safe
def delegations(request: HttpRequest) -> HttpResponse:
    """The newest first; those that still count above, all with ``?tat_ca=1``."""
    account, today = require(request, Verb.DELEGATE), timezone.localdate()
    everything = request.GET.get("tat_ca") == "1"
    found = concerning(account) if everything else concerning(account).not_over(today)
    page = Paginator(found, leaf(request, PAGE)).get_page(request.GET.get("page"))
    may_take = set(takeable(account).filter(pk__in=[row.pk for row in page.object_list]).values_list("pk", flat=True))
    context = {
        "page": page,
        "lines": lines(page.object_list, today=today, takeable=may_take),
        "everything": everything,
    }
    return render(request, "delegations/list.html", context)


@require_POST
def take(request: HttpRequest, delegation: int) -> HttpResponse:
    """At once; pressed twice it is taken back once."""
    account = require(request, Verb.DELEGATE)
    found = get_object_or_404(concerning(account), pk=delegation)
    if take_back(found, by=account, reason=request.POST.get("reason", "")):
        messages.success(request, f"Đã thu hồi ủy quyền của {found.giver} cho {found.delegate}.")
    return redirect("delegations:list")
