"""Who keeps subscriptions makes, changes and ends them, renews their secret, and sends a test."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.audit.origin import current
from tinhso.kernel.exchange.events import EVENTS
from tinhso.kernel.exchange.guard import AddressRefused, place_of
from tinhso.kernel.exchange.models import Announcement, Delivery, Subscription
from tinhso.kernel.exchange.outbox import deliver_to
from tinhso.lib.errors import TinhsoError


class SubscriptionRefused(TinhsoError):
    """It cannot stand so; ``why`` is a sentence of ours."""

    code: ClassVar[str] = "subscription_refused"
    status: ClassVar[int] = 422
    sentence = "Chưa lưu được đăng ký: {why}."


class SubscriptionChanged(TinhsoError):
    """Somebody else saved first."""

    code: ClassVar[str] = "subscription_changed"
    status: ClassVar[int] = 409
    is_stale: ClassVar[bool] = True
    sentence = "Có người vừa sửa đăng ký này; hãy xem lại rồi lưu."


def subscribe(name: str, address: str, *, events: Sequence[str], by: Account, uid: UUID | None = None) -> Subscription:
    """A new subscription; with a ``uid`` that stands already, that one. Raises NotAllowed, …Refused."""
    standing(by).require(Verb.KEEP_SUBSCRIPTIONS)
    _check(name, address, events)
    columns = {"name": name.strip(), "address": address, "events": sorted(set(events)), "made_by": by}
    return Subscription.objects.get_or_create(uid=uid or uuid4(), defaults=columns)[0]


def change(
    subscription: Subscription, name: str, address: str, *, events: Sequence[str], version: int, by: Account
) -> None:
    """Another name, address or choice of events. Raises NotAllowed, AddressRefused, …Refused, …Changed."""
    standing(by).require(Verb.KEEP_SUBSCRIPTIONS)
    _check(name, address, events)
    _save(subscription, version, name=name.strip(), address=address, events=sorted(set(events)))


def stop(subscription: Subscription, *, version: int, by: Account) -> None:
    """It is told no more. Raises NotAllowed, SubscriptionChanged."""
    standing(by).require(Verb.KEEP_SUBSCRIPTIONS)
    _save(subscription, version, ended_at=timezone.now(), ended_why=Subscription.Ended.BY_PERSON)


def resume(subscription: Subscription, *, version: int, by: Account) -> None:
    """It is told again of what happens from now on. Raises NotAllowed, SubscriptionChanged."""
    standing(by).require(Verb.KEEP_SUBSCRIPTIONS)
    _save(subscription, version, ended_at=None, ended_why="")


def renew_secret(subscription: Subscription, *, version: int, by: Account) -> None:
    """Another secret; for a day the former one signs as well. Raises NotAllowed, SubscriptionChanged."""
    standing(by).require(Verb.KEEP_SUBSCRIPTIONS)
    _save(subscription, version, generation=F("generation") + 1, renewed_at=timezone.now())


@transaction.atomic
def send_test(subscription: Subscription, *, by: Account) -> Delivery:
    """The event "test.sent", to this subscription alone. Raises NotAllowed."""
    standing(by).require(Verb.KEEP_SUBSCRIPTIONS)
    said = Announcement.objects.create(
        event="test.sent", subject=f"subscription/{subscription.pk}", facts={}, actor=current().actor
    )
    return deliver_to(said, [subscription])[0]


def _check(name: str, address: str, events: Sequence[str]) -> None:
    if not name.strip():
        raise SubscriptionRefused(why="cần ghi tên hệ thống nhận")
    unknown = sorted(set(events) - set(EVENTS))
    if unknown:
        raise SubscriptionRefused(why=f"không có sự kiện “{unknown[0]}”")
    try:
        place_of(address)
    except OSError as mistake:
        raise AddressRefused(why="không tìm thấy máy chủ của địa chỉ") from mistake


def _save(subscription: Subscription, version: int, **columns: object) -> None:
    same = Subscription.objects.filter(pk=subscription.pk, version=version)
    if not same.update(version=F("version") + 1, **columns):
        raise SubscriptionChanged
    subscription.refresh_from_db()
