"""One-time links: made, opened, used. What a link is for decides what it changes."""

import hashlib
import secrets
from datetime import timedelta
from typing import ClassVar

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, OneTimeLink
from tinhso.kernel.accounts.sessions import end_sessions
from tinhso.lib.errors import TinhsoError

Purpose = OneTimeLink.Purpose


class LinkSpent(TinhsoError):
    """The link was used, replaced by a later one, has run out, or never was."""

    code: ClassVar[str] = "link_spent"
    status: ClassVar[int] = 410
    sentence = "Liên kết này đã dùng rồi, đã hết hạn hoặc không đúng. Hãy đề nghị cấp liên kết mới."


def make_link(
    account: Account, purpose: Purpose, *, valid: timedelta, by: Account | None = None, email: str = ""
) -> str:
    """The word of a new link, told once; those made before for the same purpose open no more."""
    word = secrets.token_urlsafe(32)
    with transaction.atomic():
        OneTimeLink.objects.of(account).open().filter(purpose=purpose).update(expires_at=timezone.now())
        OneTimeLink.objects.create(
            account=account,
            purpose=purpose,
            digest=_digest(word),
            email=email,
            made_by=by,
            expires_at=timezone.now() + valid,
        )
    return word


def opened(word: str) -> OneTimeLink:
    """The link of that word, while it opens. Raises LinkSpent."""
    link = OneTimeLink.objects.open().select_related("account").filter(digest=_digest(word)).first()
    if link is None:
        raise LinkSpent
    return link


@transaction.atomic
def choose_password(link: OneTimeLink, password: str) -> None:
    """The person's own password from now on; the link is used and every session ends. Raises LinkSpent."""
    _use(link)
    account = link.account
    account.set_password(password)
    account.password_expires_at = None
    account.save(update_fields=["password", "password_expires_at"])
    end_sessions(account)


@transaction.atomic
def confirm_email(link: OneTimeLink) -> None:
    """The address is the person's: letters go there from now on. Raises LinkSpent."""
    _use(link)
    Account.objects.filter(pk=link.account_id).update(email=link.email)


def _use(link: OneTimeLink) -> None:
    if not OneTimeLink.objects.open().filter(pk=link.pk).update(used_at=timezone.now()):
        raise LinkSpent


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
