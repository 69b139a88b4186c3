"""Who is told of what happens: subscriptions by the API, as on their page."""

from datetime import datetime
from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.exchange import subscribing
from tinhso.kernel.exchange.models import Subscription
from tinhso.kernel.exchange.secrets import secret_of
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.shapes import Sent

router = Router()
_EXAMPLE = {
    "id": 4,
    "name": "Trục liên thông",
    "address": "https://truc.example/su-kien",
    "events": ["task.completed"],
    "made_at": "2022-06-01T08:00:00+07:00",
    "ended_at": None,
    "ended_why": "",
    "version": 1,
}


class SubscriptionShown(Schema):
    """A subscription; an empty list of events means every event."""

    model_config = shown_as(_EXAMPLE)

    id: int
    name: str
    address: str
    events: list[str]
    made_at: datetime
    ended_at: datetime | None
    ended_why: str = Field(description="person, gone, given_up")
    version: int


class SubscriptionMade(SubscriptionShown):
    """With what deliveries are signed with; also shown on its page."""

    model_config = shown_as({**_EXAMPLE, "secret": "whsec_…"})

    secret: str


class SubscriptionSent(Sent):
    """Who, where, of what."""

    name: str = Field(min_length=1, max_length=120)
    address: str = Field(max_length=500, pattern=r"^https?://\S+$")
    events: list[str] = Field([], max_length=200, description="Rỗng là mọi sự kiện. None means every event.")


class DeedSent(Sent):
    """What to do with it."""

    deed: Literal["stop", "resume", "secret", "test"]


@router.get(
    "/subscriptions", response=Page[SubscriptionShown], url_name="subscriptions", summary="Đăng ký nhận sự kiện"
)
def list_subscriptions(request: HttpRequest, paging: Query[PageQuery]) -> dict[str, object]:
    """All of them, active or not."""
    require(request, Verb.KEEP_SUBSCRIPTIONS)
    rows = Subscription.objects.all()
    return page(rows, ("id",), query=paging, request=request, show=SubscriptionShown.from_orm)


@router.post("/subscriptions", response={201: SubscriptionMade}, url_name="subscribe", summary="Đăng ký nhận sự kiện")
def subscribe(request: HttpRequest, response: HttpResponse, sent: SubscriptionSent) -> Status[SubscriptionMade]:
    """The answer holds the secret that signs its deliveries."""
    by = require(request, Verb.KEEP_SUBSCRIPTIONS)
    made = subscribing.subscribe(sent.name, sent.address, events=sent.events, by=by)
    return Status(201, _with_secret(response, made))


@router.get(
    "/subscriptions/{int:subscription}", response=SubscriptionShown, url_name="subscription", summary="Một đăng ký"
)
def get_subscription(request: HttpRequest, response: HttpResponse, subscription: int) -> SubscriptionShown:
    """One subscription."""
    require(request, Verb.KEEP_SUBSCRIPTIONS)
    return _shown(response, get_object_or_404(Subscription, pk=subscription))


@router.put(
    "/subscriptions/{int:subscription}",
    response=SubscriptionShown,
    url_name="change_subscription",
    summary="Sửa một đăng ký",
    openapi_extra=IF_MATCH,
)
def change_subscription(
    request: HttpRequest, subscription: int, *, response: HttpResponse, sent: SubscriptionSent
) -> SubscriptionShown:
    """Another name, address or choice of events."""
    by = require(request, Verb.KEEP_SUBSCRIPTIONS)
    found = get_object_or_404(Subscription, pk=subscription)
    version = wanted_version(request)
    subscribing.change(found, sent.name, sent.address, events=sent.events, version=version, by=by)
    return _shown(response, found)


@router.post(
    "/subscriptions/{int:subscription}/deeds",
    response=SubscriptionMade,
    url_name="do_with_subscription",
    summary="Dừng, nối lại, đổi khóa, gửi thử",
    openapi_extra=IF_MATCH,
)
def do_with_subscription(
    request: HttpRequest, subscription: int, *, response: HttpResponse, sent: DeedSent
) -> SubscriptionMade:
    """Stop, resume, renew the secret, or send the event test.sent to it alone."""
    by = require(request, Verb.KEEP_SUBSCRIPTIONS)
    found = get_object_or_404(Subscription, pk=subscription)
    version = wanted_version(request)
    if sent.deed == "test":
        subscribing.send_test(found, by=by)
    else:
        act = {"stop": subscribing.stop, "resume": subscribing.resume, "secret": subscribing.renew_secret}[sent.deed]
        act(found, version=version, by=by)
    return _with_secret(response, found)


def _shown(response: HttpResponse, found: Subscription) -> SubscriptionShown:
    show_version(response, found.version)
    return SubscriptionShown.from_orm(found)


def _with_secret(response: HttpResponse, found: Subscription) -> SubscriptionMade:
    return SubscriptionMade(**_shown(response, found).dict(), secret=secret_of(found))
