"""Sending what is due; what a server that is down, that refuses, or a worker that was killed leaves behind.

A letter is held by whoever sends it (``SENDING``, ``held_until``), so two workers never send the same one. Just before
it is handed over that is noted (``handed_at``): one left without that note was surely not sent, one left with it may
have been, and is not sent again unless a person says so.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.hours import allowed_at
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.mail.smtp import FAULTS, MailServer, NoLongerOurs, Reply, fault_words

_MINUTE = timedelta(minutes=1)
#: The pauses after each failure; after the last one the letter is given up: about two days, quiet hours aside.
PAUSES = tuple(_MINUTE * minutes for minutes in (1, 5, 15, 30, 60, 120, 240, 480, 720, 1440))
#: So long who sends a letter may take; longer than a server may be silent at all its steps together.
HELD = timedelta(minutes=3)
#: So many go over one connection.
BATCH = 100
_UNSURE = "Tiến trình gửi hoặc kết nối bị dứt đúng lúc trao thư; người nhận có thể đã có thư."
_State = Letter.State


def send_due(now: datetime) -> int:
    """How many letters the server took. Without a server nothing is tried."""
    due = list(Letter.objects.due(now)[:BATCH]) if settings.EMAIL_HOST else []
    held = [letter for letter in map(partial(_hold, now=now), due) if letter is not None]
    wanted = [letter for letter in held if _still_goes(letter, now)]
    return _send(wanted) if wanted else 0


def put_back(now: datetime) -> None:
    """Letters whose sender is not there any more: those not handed over wait again, the others are unsure."""
    left = Letter.objects.left(now)
    left.filter(handed_at=None).update(state=_State.WAITING, next_at=now, held_until=None)
    left.exclude(handed_at=None).update(
        state=_State.UNSURE, problem=_UNSURE, ended_at=now, next_at=None, held_until=None
    )


def _hold(letter: Letter, *, now: datetime) -> Letter | None:
    free = Letter.objects.due(now).filter(pk=letter.pk).order_by()
    if not free.update(state=_State.SENDING, held_until=timezone.now() + HELD, handed_at=None):
        return None
    return Letter.objects.select_related("account").get(pk=letter.pk)


def _still_goes(letter: Letter, now: datetime) -> bool:
    """What has changed since it was written: the account closed, its address gone, letters turned off, quiet hours."""
    account = letter.account
    wishes = _wishes(account)
    if not (account.is_active and account.email and wishes.by_mail):
        _settle(letter, _State.DROPPED, problem="Tài khoản đã đóng, không còn thư điện tử, hoặc đã tắt thư nhắc.")
        return False
    later = allowed_at(wishes, now)
    if later > now:
        _put(letter, state=_State.WAITING, next_at=later, held_until=None)
        return False
    return True


def _send(letters: Sequence[Letter]) -> int:
    left, sent, met = list(letters), 0, False
    try:
        with MailServer() as server:
            met = True
            while left:
                # Each has its full time, however long those before it took.
                _put(left[0], held_until=timezone.now() + HELD)
                sent += _after(left[0], server.hand_over(left[0], before=partial(_note_handing, left[0])))
                left.pop(0)
    except FAULTS as fault:
        # Met, the server broke off at one letter: the others have not been tried.
        for letter in left[:1] if met else left:
            _failed(letter, fault_words(fault))
        for letter in left[1:] if met else ():
            _put(letter, state=_State.WAITING, held_until=None)
    return sent


def _note_handing(letter: Letter) -> None:
    ours = Letter.objects.filter(pk=letter.pk, state=_State.SENDING, handed_at=None)
    letter.handed_at = timezone.now()
    if not ours.update(handed_at=letter.handed_at):
        raise NoLongerOurs


def _after(letter: Letter, reply: Reply) -> bool:
    letter.tries += 1
    if reply.taken:
        _settle(letter, _State.SENT, problem="", hint=_hint(letter.account.email))
    elif reply.for_good:
        _settle(letter, _State.REFUSED, problem=reply.words)
    else:
        _later(letter, reply.words)
    return reply.taken


def _failed(letter: Letter, words: str) -> None:
    letter.tries += 1
    if letter.handed_at is not None:
        _settle(letter, _State.UNSURE, problem=_UNSURE)
    else:
        _later(letter, words)


def _later(letter: Letter, words: str) -> None:
    """Another try after a pause, or none any more."""
    if letter.tries > len(PAUSES):
        _settle(letter, _State.GIVEN_UP, problem=words)
        return
    pause = PAUSES[letter.tries - 1]
    next_at = allowed_at(_wishes(letter.account), timezone.now() + pause)
    _put(
        letter,
        state=_State.WAITING,
        next_at=next_at,
        held_until=None,
        handed_at=None,
        tries=letter.tries,
        problem=words,
    )


def _settle(letter: Letter, state: Letter.State, **facts: object) -> None:
    ended = {"state": state, "ended_at": timezone.now(), "next_at": None, "held_until": None}
    _put(letter, **ended, tries=letter.tries, **facts)


def _put(letter: Letter, **facts: object) -> None:
    """Written into the row, as long as it is still ours."""
    Letter.objects.filter(pk=letter.pk, state=_State.SENDING).update(**facts)
    for name, value in facts.items():
        setattr(letter, name, value)


def _wishes(account: Account) -> MailWishes:
    return MailWishes.objects.filter(account=account).first() or MailWishes(account=account)


def _hint(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"[:120]
