"""Recovery codes: ten at a time, each opens once in the place of the app."""

import secrets

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts import sealed
from tinhso.kernel.accounts.models import Account, RecoveryCode

MANY = 10
_PURPOSE = "recovery codes"
#: Without the letters and digits that are taken for one another on paper; two groups are about 50 bits.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def renew(account: Account) -> list[str]:
    """New codes, told once; those of before open no more."""
    RecoveryCode.objects.filter(account=account).delete()
    codes = ["-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(2)) for _ in range(MANY)]
    RecoveryCode.objects.bulk_create(
        [RecoveryCode(account=account, fingerprint=_fingerprint(account, code)) for code in codes]
    )
    return codes


def use(account: Account, code: str) -> bool:
    """Whether it opened; never twice."""
    unused = RecoveryCode.objects.filter(account=account, used_at__isnull=True)
    return bool(unused.filter(fingerprint=_fingerprint(account, code)).update(used_at=timezone.now()))


def left(account: Account) -> int:
    """How many still open."""
    return RecoveryCode.objects.filter(account=account, used_at__isnull=True).count()


def _fingerprint(account: Account, code: str) -> str:
    signs = "".join(sign for sign in code.lower() if sign.isalnum())
    return sealed.fingerprint(f"{account.pk} {signs}", purpose=_PURPOSE)
