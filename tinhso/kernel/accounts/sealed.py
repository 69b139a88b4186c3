"""Secrets that must be read again are kept sealed: a copy of the database alone does not open them.

The key of each purpose is derived from SECRET_KEY; those of SECRET_KEY_FALLBACKS still open what they have sealed.
"""

import base64
import hashlib
import hmac
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(text: str, *, purpose: str) -> str:
    """The text as it may lie in a table, or travel through a form."""
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str, seconds: int | None = None) -> str | None:
    """The text; None when it was not sealed here for this purpose, or longer ago than that."""
    try:
        return _box(purpose).decrypt(sealed.encode(), ttl=seconds).decode()
    except InvalidToken:
        return None


def fingerprint(text: str, *, purpose: str) -> str:
    """By this a text that we do not keep is recognised; without the key nobody can try texts against it."""
    return hmac.new(_key(settings.SECRET_KEY, purpose), text.encode(), hashlib.sha256).hexdigest()


def _box(purpose: str) -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_key(str(key), purpose))) for key in keys])


@cache
def _key(secret: str, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"tinhso {purpose}".encode()).derive(secret.encode())
