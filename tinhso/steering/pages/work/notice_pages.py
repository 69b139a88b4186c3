"""Thông báo: what the person should know, what he has read."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.following.inbox import count_unread, mark_read, notices_of, unread
from tinhso.steering.following.reminding.told import with_letters
from tinhso.surfaces.web.carrying.asking import leaf

_LEAF = 50


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """The newest first; ``chua-doc`` narrows to those not read."""
    account, today = require(request, Verb.READ_PROGRAMMES), timezone.localdate()
    only_unread = bool(request.GET.get("chua_doc"))
    found = unread(account, today) if only_unread else notices_of(account, today)
    page = Paginator(found, leaf(request, _LEAF)).get_page(request.GET.get("page"))
    with_letters(account, page.object_list)
    context = {
        "page": page,
        "unread": count_unread(account, today),
        "only_unread": only_unread,
    }
    return render(request, "work/notices.html", context)


@require_safe
def open_notice(request: HttpRequest, notice: int) -> HttpResponse:
    """To what it tells of; it is read from now on."""
    account = require(request, Verb.READ_PROGRAMMES)
    mine = notices_of(account, timezone.localdate())
    found = get_object_or_404(mine, pk=notice)
    mark_read(account, mine.filter(pk=notice))
    return redirect(found.path)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything that has come so far is read."""
    account, today = require(request, Verb.READ_PROGRAMMES), timezone.localdate()
    count = mark_read(account, unread(account, today))
    messages.success(request, f"Đã đánh dấu đọc {count} thông báo.")
    return redirect("work:notices")
