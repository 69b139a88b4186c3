"""Lịch của tôi: the private addresses of one's own calendar and of one's units; another address, when one got out."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require, units_where
from tinhso.kernel.exchange.feeds import feed_for, renew, word_of
from tinhso.kernel.exchange.models import CalendarFeed
from tinhso.kernel.organisations.models import Unit, UnitVersion


@dataclass(frozen=True, slots=True)
class Address:
    """A calendar that the person may have; ``whole`` is empty until it was made."""

    name: str
    unit: str
    whole: str


@never_cache
@require_safe
def addresses(request: HttpRequest) -> HttpResponse:
    """Those made already, one's own first, and those that can be made."""
    mine = require(request, Verb.READ_PROGRAMMES)
    made = {feed.unit_id: feed for feed in CalendarFeed.objects.filter(account=mine)}
    offered = [Address("Việc của tôi", "", _whole(request, made.get(None)))]
    offered += [
        Address(version.name, version.unit.key, _whole(request, made.get(version.unit_id)))
        for version in _units(mine, request.GET.get("don_vi", ""))
    ]
    return render(request, "feed/addresses.html", {"addresses": offered})


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """The address of ``unit`` (one's own when it is empty); ``deed`` "renew" changes one that stands."""
    mine, key = require(request, Verb.READ_PROGRAMMES), request.POST.get("unit", "")
    unit = get_object_or_404(Unit, key=key) if key else None
    feed = feed_for(mine, unit)
    if request.POST.get("deed") == "renew":
        renew(feed)
        messages.success(request, "Đã đổi địa chỉ lịch; địa chỉ cũ không đọc được nữa.")
    else:
        messages.success(request, "Đã tạo địa chỉ lịch. Hãy chép vào phần “thêm lịch từ địa chỉ” của ứng dụng lịch.")
    return redirect(f"{reverse('feed:addresses')}?don_vi={key}" if key else "feed:addresses")


def _whole(request: HttpRequest, feed: CalendarFeed | None) -> str:
    return request.build_absolute_uri(reverse("feed:calendar", args=(word_of(feed),))) if feed else ""


def _units(mine: Account, asked: str) -> list[UnitVersion]:
    """The units at which the person reports, those he has an address of, and the one asked for."""
    today = timezone.localdate()
    wanted = Unit.objects.filter(feeds__account=mine) | Unit.objects.filter(key=asked)
    held = Unit.objects.filter(role_assignments__in=mine.roles.valid_on(today))
    versions = UnitVersion.objects.valid_on(today).select_related("unit").in_order()
    reports = units_where(mine, Verb.REPORT, today)
    keys = {*wanted.values_list("pk", flat=True), *held.filter(pk__in=reports).values_list("pk", flat=True)}
    return list(versions.filter(unit__in=keys))
