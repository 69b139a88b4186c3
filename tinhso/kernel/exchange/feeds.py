"""The private addresses of calendars: made, found again, renewed. The word in them is derived and lies nowhere."""

import base64
import hashlib
import hmac
from typing import ClassVar

from django.conf import settings
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import CalendarFeed
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number

_LETTERS = 24


class NoSuchFeed(TinhsoError):
    """The address is none of ours, or has been renewed since."""

    code: ClassVar[str] = "no_such_feed"
    status: ClassVar[int] = 404
    sentence = "Địa chỉ lịch này không có hoặc đã được đổi."


def feed_for(account: Account, unit: Unit | None) -> CalendarFeed:
    """The account's own, or its one of a unit; made when there is none."""
    return CalendarFeed.objects.get_or_create(account=account, unit=unit)[0]


def renew(feed: CalendarFeed) -> None:
    """Another address; who knows the former one reads nothing more."""
    CalendarFeed.objects.filter(pk=feed.pk).update(generation=F("generation") + 1)
    feed.refresh_from_db()


def word_of(feed: CalendarFeed) -> str:
    """What stands in the address: the feed's number and a word that nobody guesses."""
    named = f"tinhso.calendar:{feed.pk}:{feed.generation}"
    digest = hmac.digest(settings.SECRET_KEY.encode(), named.encode(), hashlib.sha256)
    return f"{feed.pk}-{base64.urlsafe_b64encode(digest).decode()[:_LETTERS]}"


def feed_of(word: str) -> CalendarFeed:
    """The feed of an address, of an account that is open. Raises NoSuchFeed."""
    key = whole_number(word.partition("-")[0])
    found = CalendarFeed.objects.select_related("account", "unit").filter(pk=key, account__is_active=True).first()
    if found is None or not hmac.compare_digest(word_of(found).encode(), word.encode()):
        raise NoSuchFeed
    return found
