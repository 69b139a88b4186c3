"""What a person asks of a file of figures: look into it, enter it, stop."""

from datetime import timedelta

from django.core.files.base import File
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.documents.keeping import keep_file
from tinhso.steering.figures.importing.working import is_held, work
from tinhso.steering.figures.models import FigureLoad
from tinhso.steering.figures.queue import load_figures
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Programme

#: A file up to so many bytes (some three thousand lines) is done while the person waits; a longer one by the queue.
AT_ONCE = 128 * 1024
#: A load is not looked at again sooner, so that a page that asks every second does not fill the queue.
_PATIENCE = timedelta(seconds=20)
_State = FigureLoad.State


def ask(programme: Programme, upload: File[bytes], *, by: Account) -> FigureLoad:
    """Look into a file. Raises NotAllowed, ProgrammeClosed and what ``keep_file`` raises."""
    standing(by).require(Verb.KEEP_FIGURES)
    require_running(programme)
    load = FigureLoad.objects.create(programme=programme, file=keep_file(upload, by=by), asked_by=by)
    _go_on(load)
    return load


def confirm(load: FigureLoad, *, by: Account) -> bool:
    """Enter what was looked into; whether it was for this person to say, and not said yet.

    Raises NotAllowed, ProgrammeClosed.
    """
    standing(by).require(Verb.KEEP_FIGURES)
    require_running(load.programme)
    looked = FigureLoad.objects.filter(pk=load.pk, state=_State.LOOKED, refused=0, fresh__gt=0)
    asked = {"entering": True, "asked_by": by, "state": _State.QUEUED, "step": FigureLoad.Step.WAITING, "lines": 0}
    said = looked.update(**asked, finished_at=None, seen_alive_at=timezone.now())
    if said:
        load.refresh_from_db()
        _go_on(load)
    return bool(said)


def cancel(load: FigureLoad, *, by: Account) -> bool:
    """Whether it was still to be stopped; then nothing of it is entered. Raises NotAllowed."""
    standing(by).require(Verb.KEEP_FIGURES)
    ended = {"state": _State.CANCELLED, "step": FigureLoad.Step.FINISHED, "finished_at": timezone.now()}
    return bool(FigureLoad.objects.live().filter(pk=load.pk).update(**ended))


def revive(*, quiet_for: timedelta = _PATIENCE) -> int:
    """How many loads were put back into the queue: live ones that nobody works on, because their worker was killed."""
    since = timezone.now() - quiet_for
    silent = [load for load in FigureLoad.objects.live() if (load.seen_alive_at or load.asked_at) <= since]
    left = [load for load in silent if not is_held(load)]
    for load in left:
        FigureLoad.objects.live().filter(pk=load.pk).update(seen_alive_at=timezone.now())
        load_figures.enqueue(load.pk)
    return len(left)


def _go_on(load: FigureLoad) -> None:
    if load.file.content.size <= AT_ONCE:
        work(load)
        load.refresh_from_db()
    else:
        load_figures.enqueue(load.pk)
