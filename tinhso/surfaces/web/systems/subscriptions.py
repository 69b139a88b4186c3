"""Đăng ký nhận sự kiện: all of them, with how they are served; a new one."""

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.exchange.models import Delivery, Subscription
from tinhso.kernel.exchange.subscribing import subscribe
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.systems.subscription_form import SubscriptionForm
from tinhso.surfaces.web.systems.subscription_page import show_secret_once

_WAITING = Q(deliveries__state=Delivery.State.WAITING)
_TAKEN = Q(deliveries__state=Delivery.State.DELIVERED)


@require_safe
def subscriptions(request: HttpRequest) -> HttpResponse:
    """Every subscription, active or not."""
    require(request, Verb.KEEP_SUBSCRIPTIONS)
    rows = Subscription.objects.annotate(
        waiting=Count("deliveries", filter=_WAITING), taken_at=Max("deliveries__ended_at", filter=_TAKEN)
    )
    return render(request, "systems/subscriptions.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form; sent, the subscription, whose secret is shown once. Two clicks make one."""
    by = require(request, Verb.KEEP_SUBSCRIPTIONS)
    form = SubscriptionForm(request.POST or None)
    if form.is_valid():
        if (asked := ask_again(request, by)) is not None:
            return asked
        given = form.cleaned_data
        try:
            made = subscribe(given["name"], given["address"], events=given["events"], by=by, uid=given["uid"])
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
        else:
            show_secret_once(request, made)
            messages.success(request, "Đã đăng ký. Hãy chép khóa ký ở dưới sang hệ thống nhận, rồi gửi thử.")
            return redirect("systems:subscription", made.pk)
    return render(request, "systems/new_subscription.html", {"form": form}, status=422 if form.errors else 200)
