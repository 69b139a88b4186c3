"""Linking a provider's word for a person to the account, and finding the account by it."""

from typing import ClassVar

from django.db import IntegrityError, transaction

from tinhso.kernel.accounts import sealed
from tinhso.kernel.accounts.models import Account, Identity
from tinhso.lib.errors import TinhsoError

_SHOWN = 4


class IdentityTaken(TinhsoError):
    """It is linked already, to this account or another."""

    code: ClassVar[str] = "identity_taken"
    status: ClassVar[int] = 409
    sentence = "Định danh này đã gắn với một tài khoản."


class NoIdentity(TinhsoError):
    """Nothing was entered."""

    code: ClassVar[str] = "no_identity"
    status: ClassVar[int] = 422
    sentence = "Phải ghi định danh."


def link(account: Account, provider: str, subject: str, *, by: Account) -> Identity:
    """From now on the provider's word opens this account. Raises IdentityTaken, NoIdentity."""
    if not subject.strip():
        raise NoIdentity
    try:
        with transaction.atomic():
            return Identity.objects.create(
                account=account,
                provider=provider,
                fingerprint=_fingerprint(provider, subject),
                hint=hint(subject),
                linked_by=by,
            )
    except IntegrityError as taken:
        raise IdentityTaken from taken


def whose(provider: str, subject: str) -> Account | None:
    """The account linked to what the provider said, closed ones as well."""
    found = Identity.objects.filter(provider=provider, fingerprint=_fingerprint(provider, subject))
    identity = found.select_related("account").first()
    return identity.account if identity else None


def hint(subject: str) -> str:
    """Enough for the person to recognise it: "…4821"."""
    return f"…{subject.strip()[-_SHOWN:]}"


def _fingerprint(provider: str, subject: str) -> str:
    return sealed.fingerprint(f"{provider} {subject.strip()}", purpose="identities")
