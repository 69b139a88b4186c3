"""Verify the log in the background: one walk at a time, its result kept."""

import re
from datetime import timedelta
from typing import ClassVar

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.audit.models import Entry, Verification
from tinhso.kernel.audit.sealing import seal, verify
from tinhso.kernel.audit.triggers import missing
from tinhso.lib.errors import TinhsoError

#: A walk that has said nothing for so long was killed.
_PATIENCE = timedelta(minutes=5)
_HEAD = re.compile(r"[1-9]\d{0,17}:[0-9a-f]{64}")


class NoHead(TinhsoError):
    """What was typed is no head of a chain."""

    code: ClassVar[str] = "no_head"
    status: ClassVar[int] = 422
    sentence = "Mục cuối đã ghi lại viết như “1234:” rồi 64 chữ số, chữ cái của mã băm."


def ask(*, by: Account, expected: str = "") -> tuple[Verification, bool]:
    """The verification, and whether it is new: one that waits or runs serves everybody. Raises NotAllowed, NoHead."""
    standing(by).require(Verb.READ_AUDIT)
    expected = expected.strip()
    if expected and not _HEAD.fullmatch(expected):
        raise NoHead
    _end_the_dead()
    try:
        with transaction.atomic():
            return Verification.objects.create(asked_by=by, expected=expected), True
    except IntegrityError:
        return Verification.objects.live().latest("pk"), False


def walk(asked: Verification) -> None:
    """Do it, and keep what was found."""
    while seal():
        pass
    total = Entry.objects.sealed().count()
    _tell(asked, state=Verification.State.RUNNING, total=total)
    try:
        chain = verify(expected=asked.expected, tell=lambda checked: _progress(asked, checked, total))
        absent = len(missing(connection))
    except DatabaseError as failure:
        _end(asked, state=Verification.State.FAILED, fault=type(failure).__name__)
        return
    whole = chain.whole and not absent
    _end(
        asked,
        state=Verification.State.WHOLE if whole else Verification.State.BROKEN,
        checked=chain.length,
        head=chain.head,
        unsealed=chain.unsealed,
        missing_triggers=absent,
        fault=chain.fault,
    )


def _progress(asked: Verification, checked: int, total: int) -> None:
    """Every change of the row is itself an entry of the log: twenty for a walk are enough."""
    if checked - asked.checked >= total // 20:
        _tell(asked, checked=checked)


def _tell(asked: Verification, **columns: object) -> None:
    Verification.objects.filter(pk=asked.pk).update(seen_alive_at=timezone.now(), **columns)
    asked.refresh_from_db()


def _end(asked: Verification, **columns: object) -> None:
    _tell(asked, finished_at=timezone.now(), **columns)


def _end_the_dead() -> None:
    quiet = Verification.objects.live().filter(seen_alive_at__lt=timezone.now() - _PATIENCE)
    quiet.update(state=Verification.State.FAILED, fault="Tiến trình nền dừng giữa chừng.", finished_at=timezone.now())
