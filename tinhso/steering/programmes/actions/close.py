"""Close a programme, and open it again; both with a reason that stays."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.text import nfc
from tinhso.steering.programmes.models import Closure, Programme
from tinhso.steering.programmes.refusals import NoReason, ProgrammeClosed


def close_programme(programme: Programme, reason: str, *, by: Account) -> bool:
    """Whether it was still open: closed twice it stays closed as it was. Raises NotAllowed, NoReason."""
    reason = _said(reason, by)
    with transaction.atomic():
        closed = _turn(programme, Programme.State.RUNNING, Programme.State.CLOSED)
        if closed:
            Closure.objects.create(programme=programme, reason=reason, closed_by=by)
    programme.refresh_from_db()
    return closed


def reopen_programme(programme: Programme, reason: str, *, by: Account) -> bool:
    """Whether it was closed. Raises NotAllowed, NoReason."""
    reason = _said(reason, by)
    with transaction.atomic():
        opened = _turn(programme, Programme.State.CLOSED, Programme.State.RUNNING)
        if opened:
            Closure.objects.filter(programme=programme, reopened_at=None).update(
                reopening_reason=reason, reopened_by=by, reopened_at=timezone.now()
            )
    programme.refresh_from_db()
    return opened


def require_running(programme: Programme) -> None:
    """For every action on what a programme holds. Raises ProgrammeClosed."""
    if not programme.is_running:
        raise ProgrammeClosed


def _said(reason: str, by: Account) -> str:
    standing(by).require(Verb.SET_PROGRAMME)
    said = nfc(reason)
    if not said:
        raise NoReason
    return said


def _turn(programme: Programme, before: Programme.State, after: Programme.State) -> bool:
    return bool(Programme.objects.filter(pk=programme.pk, state=before).update(state=after, version=F("version") + 1))
