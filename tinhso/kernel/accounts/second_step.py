"""The second step: set up with a first code, asked at every sign-in, taken away by the person or an administrator.

Time-based codes of six digits (RFC 6238). A clock may be half a minute off; no code is taken twice.
"""

import hmac
from time import time
from typing import ClassVar

import pyotp
from django.conf import settings
from django.db import IntegrityError, transaction

from tinhso.kernel.accounts import recovery, sealed
from tinhso.kernel.accounts.models import Account, RecoveryCode, SecondStep, SecondStepRemoval
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.sessions import end_sessions
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.errors import TinhsoError

_PURPOSE = "second step"
_ISSUER = "tinhso"
_STEP = 30
#: A secret shown waits so long for its first code.
_WAITS = 60 * 60


class WrongCode(TinhsoError):
    """The code is none of the present ones, or was taken before."""

    code: ClassVar[str] = "wrong_code"
    status: ClassVar[int] = 422
    sentence = "Mã không đúng hoặc đã dùng rồi. Hãy chờ mã kế tiếp rồi thử lại."


class RemovalUnexplained(TinhsoError):
    """Taking away a protection is explained."""

    code: ClassVar[str] = "removal_unexplained"
    status: ClassVar[int] = 422
    sentence = "Phải ghi lý do gỡ xác thực hai bước."


def is_set_up(account: Account) -> bool:
    """Whether the person has one."""
    return SecondStep.objects.filter(account=account).exists()


def is_required(account: Account) -> bool:
    """Whether a role that the person holds or acts by today asks for one."""
    held = standing(account)
    roles = {assignment.role for assignment in (*held.roles, *(lent.held for lent in held.lent))}
    return bool(roles & set(settings.SECOND_STEP_ROLES))


def propose(account: Account) -> str:
    """A new secret for the person, sealed: it travels in the form until a first code proves it."""
    return sealed.seal(f"{account.pk} {pyotp.random_base32()}", purpose=_PURPOSE)


def opened(account: Account, proposed: str) -> str | None:
    """The secret that was proposed to this person, within the hour."""
    number, _, secret = (sealed.unseal(proposed, purpose=_PURPOSE, seconds=_WAITS) or "").partition(" ")
    return secret if number == str(account.pk) else None


def address(account: Account, secret: str) -> str:
    """What the picture says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.username, issuer_name=_ISSUER)


@transaction.atomic
def set_up(account: Account, proposed: str, code: str) -> list[str]:
    """From now on it is asked; gives the recovery codes, told once. Raises WrongCode."""
    secret = opened(account, proposed)
    counter = _counter(secret, code, after=0) if secret else None
    if not secret or counter is None:
        raise WrongCode
    SecondStep.objects.filter(account=account).delete()
    try:
        with transaction.atomic():
            SecondStep.objects.create(account=account, secret=_kept(secret), last_counter=counter)
    except IntegrityError as twice:
        raise WrongCode from twice
    return recovery.renew(account)


def take(account: Account, code: str) -> None:
    """Take a code of the app, or a recovery code. Raises WrongCode."""
    held = SecondStep.objects.filter(account=account).first()
    secret = sealed.unseal(held.secret, purpose=_PURPOSE) if held else None
    counter = _counter(secret, code, after=held.last_counter) if held and secret else None
    if counter is None:
        if held and recovery.use(account, code):
            return
        raise WrongCode
    # Of two who send the same code at once, one changes the row.
    if not SecondStep.objects.filter(account=account, last_counter__lt=counter).update(last_counter=counter):
        raise WrongCode


@transaction.atomic
def remove(account: Account) -> None:
    """The person wants it no longer."""
    SecondStep.objects.filter(account=account).delete()
    RecoveryCode.objects.filter(account=account).delete()


@transaction.atomic
def take_away(account: Account, reason: str, *, by: Account) -> None:
    """For one whose telephone and codes are lost; its sessions end. Raises NotAllowed, RemovalUnexplained."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    if not reason.strip():
        raise RemovalUnexplained
    remove(account)
    SecondStepRemoval.objects.create(account=account, by=by, reason=reason.strip())
    end_sessions(account)


def _kept(secret: str) -> str:
    return sealed.seal(secret, purpose=_PURPOSE)


def _counter(secret: str, code: str, *, after: int) -> int | None:
    """The half-minute whose code it is: the present one, the one before or the one to come, later than the last."""
    digits, now = "".join(code.split()), int(time()) // _STEP
    app = pyotp.HOTP(secret)
    fitting = [counter for counter in (now - 1, now, now + 1) if hmac.compare_digest(app.at(counter), digits)]
    return next((counter for counter in fitting if counter > after), None)
