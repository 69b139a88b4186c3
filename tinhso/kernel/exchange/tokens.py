"""Giving, knowing and ending the tokens of other systems."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.exchange.models import AccessToken
from tinhso.kernel.exchange.scopes import SCOPES
from tinhso.lib.errors import TinhsoError

#: No token lives longer, so that a forgotten one ends by itself.
LONGEST = timedelta(days=365)
PREFIX = "tinhso_"
_HINT = len(PREFIX) + 4
#: How often the last use is written: a log of every call is kept elsewhere.
_USE_NOTED = timedelta(hours=1)


class TokenRefused(TinhsoError):
    """No token can be given so; ``why`` is a sentence of ours."""

    code: ClassVar[str] = "token_refused"
    status: ClassVar[int] = 422
    sentence = "Chưa tạo được mã truy cập: {why}."


class NoSuchToken(TinhsoError):
    """There is no such token, or it is somebody else's."""

    code: ClassVar[str] = "no_such_token"
    status: ClassVar[int] = 404
    sentence = "Không có mã truy cập này."


def give_token(account: Account, name: str, *, scopes: Sequence[str], last_day: date) -> tuple[AccessToken, str]:
    """A new token, good to the end of ``last_day``, and its secret, which is never told again. Raises TokenRefused."""
    today = timezone.localdate()
    if not today <= last_day <= today + LONGEST:
        raise TokenRefused(why="ngày hết hạn phải từ hôm nay đến tròn một năm sau")
    if not name.strip():
        raise TokenRefused(why="cần ghi mã dùng cho việc gì")
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown or not scopes:
        raise TokenRefused(why=f"không có phạm vi “{unknown[0]}”" if unknown else "cần ít nhất một phạm vi")
    if AccessToken.objects.valid_at(timezone.now()).filter(account=account, name=name.strip()[:120]).exists():
        raise TokenRefused(why="bạn đang có một mã cùng tên; hãy thu hồi mã đó hoặc đặt tên khác")
    secret = PREFIX + secrets.token_urlsafe(32)
    token = AccessToken.objects.create(
        account=account,
        name=name.strip()[:120],
        hint=secret[:_HINT],
        digest=_digest(secret),
        scopes=sorted(set(scopes)),
        expires_at=_midnight_after(last_day),
    )
    return token, secret


def known_token(secret: str) -> AccessToken | None:
    """The token of this secret with its account, if it still opens; that it was used is noted once an hour."""
    now = timezone.now()
    token = AccessToken.objects.valid_at(now).select_related("account").filter(digest=_digest(secret)).first()
    if token is not None and (token.used_at is None or now - token.used_at > _USE_NOTED):
        AccessToken.objects.filter(pk=token.pk).update(used_at=now)
    return token


def end_token(key: int, *, by: Account | None) -> AccessToken:
    """It opens nothing from now on: one's own, or anybody's for who keeps accounts or sits at the machine (None).

    Raises NoSuchToken.
    """
    mine = Q() if by is None or standing(by).may(Verb.KEEP_ACCOUNTS) else Q(account=by)
    token = AccessToken.objects.filter(mine, pk=key).select_related("account").first()
    if token is None:
        raise NoSuchToken
    AccessToken.objects.filter(pk=token.pk, ended_at__isnull=True).update(ended_at=timezone.now())
    return token


def _digest(secret: str) -> str:
    # 256 random bits need no slow hash: there is nothing to guess.
    return hashlib.sha256(secret.encode()).hexdigest()


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=timezone.get_current_timezone())
