"""One subscription: what it asks for, its secret, how its deliveries went; its deeds."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.exchange import subscribing
from tinhso.kernel.exchange.events import EVENTS
from tinhso.kernel.exchange.models import Attempt, Delivery, Subscription
from tinhso.kernel.exchange.secrets import secret_of
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.shell.conflicts import conflict
from tinhso.surfaces.web.systems.subscription_form import SubscriptionForm, as_typed

#: Between the deed that shows the secret and the page that does, once.
_SHOWN_ONCE = "subscription_secret"
#: Deeds of which is asked who does them: they show the secret.
_SHOWING = ("show", "renew")
#: So many deliveries are shown; older ones stand in the database.
_MOST = 50
_DEEDS: dict[str, tuple[Callable[..., None], str]] = {
    "stop": (subscribing.stop, "Đã dừng; hệ thống này không được báo nữa."),
    "resume": (subscribing.resume, "Đã nối lại; hệ thống này được báo những gì xảy ra từ bây giờ."),
    "renew": (subscribing.renew_secret, "Đã đổi khóa. Trong một ngày nữa lượt gửi mang chữ ký của cả hai khóa."),
}


@never_cache
@require_http_methods(["GET", "POST"])
def subscription(request: HttpRequest, subscription: int) -> HttpResponse:
    """Its page; what was changed on it is saved here."""
    by = require(request, Verb.KEEP_SUBSCRIPTIONS)
    shown = get_object_or_404(Subscription.objects.select_related("made_by"), pk=subscription)
    form = SubscriptionForm(request.POST or None, initial=as_typed(shown))
    if form.is_valid():
        if (asked := ask_again(request, by)) is not None:
            return asked
        return _saved(request, shown, form, by=by)
    return _page(request, shown, form)


@require_safe
def deliveries(request: HttpRequest, subscription: int) -> HttpResponse:
    """How its deliveries went, the newest first; asked again by the page while one waits."""
    require(request, Verb.KEEP_SUBSCRIPTIONS)
    shown = get_object_or_404(Subscription, pk=subscription)
    return render(request, "systems/_deliveries.html", {"subscription": shown, "deliveries": _deliveries(shown)})


@require_POST
def deed(request: HttpRequest, subscription: int) -> HttpResponse:
    """Sends a test, stops, resumes, shows or renews the secret, as ``deed`` says."""
    by = require(request, Verb.KEEP_SUBSCRIPTIONS)
    shown = get_object_or_404(Subscription, pk=subscription)
    wanted = request.POST.get("deed", "")
    if wanted in _SHOWING and (asked := ask_again(request, by)) is not None:
        return asked
    if wanted == "test":
        subscribing.send_test(shown, by=by)
        messages.success(request, "Đã đưa một sự kiện thử vào hàng gửi; kết quả hiện ở nhật ký gửi.")
    elif wanted in _DEEDS:
        act, said = _DEEDS[wanted]
        act(shown, version=whole_number(request.POST.get("version", "")), by=by)
        messages.success(request, said)
    if wanted in _SHOWING:
        show_secret_once(request, shown)
    return redirect("systems:subscription", shown.pk)


def show_secret_once(request: HttpRequest, subscription: Subscription) -> None:
    """The page that is opened next shows the secret; opened again, it does not."""
    request.session[_SHOWN_ONCE] = subscription.pk


def _saved(request: HttpRequest, shown: Subscription, form: SubscriptionForm, *, by: Account) -> HttpResponse:
    given = form.cleaned_data
    try:
        subscribing.change(
            shown, given["name"], given["address"], events=given["events"], version=given["version"], by=by
        )
    except subscribing.SubscriptionChanged:
        back = reverse("systems:subscription", args=(shown.pk,))
        return conflict(request, form, stands=as_typed(shown), version=shown.version, back=back)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, shown, form)
    messages.success(request, "Đã lưu đăng ký.")
    return redirect("systems:subscription", shown.pk)


def _page(request: HttpRequest, shown: Subscription, form: SubscriptionForm) -> HttpResponse:
    wanted = None if request.method == "HEAD" else request.session.pop(_SHOWN_ONCE, None)
    context = {
        "subscription": shown,
        "form": form,
        "secret": secret_of(shown) if wanted == shown.pk else "",
        "deliveries": _deliveries(shown),
        "events": [EVENTS.get(event, event) for event in shown.events],
    }
    return render(request, "systems/subscription.html", context, status=422 if form.errors else 200)


def _deliveries(shown: Subscription) -> "QuerySet[Delivery]":
    attempts = Prefetch("attempts", Attempt.objects.order_by("-pk"))
    rows = Delivery.objects.filter(subscription=shown).select_related("announcement").prefetch_related(attempts)
    return rows.order_by("-pk")[:_MOST]
