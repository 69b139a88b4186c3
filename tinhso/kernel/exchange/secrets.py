"""What deliveries are signed with: made from the installation's key, so that no secret lies in the database."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from tinhso.kernel.exchange.models import Subscription

#: So long deliveries are signed with the former secret as well, so that the receiver can change it in peace.
OVERLAP = timedelta(days=1)
#: How the other system knows a secret of this kind (Standard Webhooks).
_PREFIX = "whsec_"


def secret_of(subscription: Subscription) -> str:
    """The secret as it is shown to people and typed into the other system."""
    return _PREFIX + base64.b64encode(_key(subscription, subscription.generation)).decode()


def signatures(subscription: Subscription, *, message: str, at: datetime, body: bytes) -> str:
    """The header ``webhook-signature``: "v1,…", and a second one while a former secret still serves."""
    signed = f"{message}.{int(at.timestamp())}.".encode() + body
    digests = [hmac.digest(key, signed, hashlib.sha256) for key in _keys(subscription)]
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)


def _keys(subscription: Subscription) -> list[bytes]:
    renewed = subscription.renewed_at
    former = renewed is not None and timezone.now() - renewed < OVERLAP
    generations = [subscription.generation, *([subscription.generation - 1] if former else [])]
    return [_key(subscription, generation) for generation in generations]


def _key(subscription: Subscription, generation: int) -> bytes:
    named = f"tinhso.webhook:{subscription.uid}:{generation}"
    return hmac.digest(settings.SECRET_KEY.encode(), named.encode(), hashlib.sha256)
