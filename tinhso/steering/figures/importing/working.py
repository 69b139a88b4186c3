"""The work on a file of figures. Killed at any point it leaves the load to be done again, or done."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.documents.stores.store import store
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.importing.load import Found, import_figures, looked_into
from tinhso.steering.figures.models import FigureLoad
from tinhso.steering.figures.refusals import LoadFails
from tinhso.steering.programmes import vault

logger = logging.getLogger(__name__)
_State, _Step = FigureLoad.State, FigureLoad.Step
#: Seconds between two words about how far it is.
_SELDOM = 1.0


class Stopped(Exception):
    """Somebody cancelled the load while it ran."""


def work(load: FigureLoad) -> None:
    """Do it unless it is done, cancelled, or in other hands just now. A refusal or a fault ends it with a sentence."""
    with _held(load) as ours:
        live = FigureLoad.objects.live().filter(pk=load.pk)
        if ours and live.update(state=_State.WORKING, seen_alive_at=timezone.now()):
            _work(load)


def is_held(load: FigureLoad) -> bool:
    """Whether somebody works on it. The lock of a process that was killed is free at once."""
    with vault.held(_lock(load)) as ours:
        return _lock(load).exists() and not ours


def _work(load: FigureLoad) -> None:
    try:
        standing(load.asked_by).require(Verb.KEEP_FIGURES)
        # Whole, because what comes from a store of objects cannot be read from its beginning again.
        with store().open(load.file.content.place) as stream:
            content = BytesIO(stream.read())
        name, by, tell = load.file.name, load.asked_by, _Teller(load)
        if load.entering:
            entered = partial(_end, load, _State.ENTERED)
            import_figures(load.programme, content, name=name, by=by, tell=tell, at_end=entered)
        else:
            _end(load, _State.LOOKED, looked_into(load.programme, content, name=name, by=by, tell=tell))
    except Stopped:
        pass
    except TinhsoError as refusal:
        _refused(load, _State.REFUSED, refusal)
    except Exception:
        logger.exception("load of figures %s", load.pk)
        _refused(load, _State.FAILED, LoadFails())


class _Teller:
    """Writes how far it is, about once a second, and stops the work that was cancelled meanwhile."""

    def __init__(self, load: FigureLoad) -> None:
        self._load, self._told, self._step = load, 0.0, ""

    def __call__(self, step: FigureLoad.Step, lines: int) -> None:
        now = time.monotonic()
        if step == self._step and now - self._told < _SELDOM:
            return
        self._told, self._step = now, step
        row = FigureLoad.objects.live().filter(pk=self._load.pk)
        if not row.update(step=step, lines=lines, seen_alive_at=timezone.now()):
            raise Stopped


def _end(load: FigureLoad, state: FigureLoad.State, found: Found) -> None:
    facts = {"fresh": found.fresh, "same": found.same, "beside": found.beside, "refused": found.refused}
    told = [[line.line, line.reason] for line in found.told]
    if not _finish(load, state=state, told=told, **facts):
        raise Stopped


def _refused(load: FigureLoad, state: FigureLoad.State, refusal: TinhsoError) -> None:
    _finish(load, state=state, sentence=refusal.sentence)


def _finish(load: FigureLoad, **facts: object) -> bool:
    live = FigureLoad.objects.live().filter(pk=load.pk)
    return bool(live.update(step=_Step.FINISHED, finished_at=timezone.now(), **facts))


@contextmanager
def _held(load: FigureLoad) -> Iterator[bool]:
    place = _lock(load)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch(mode=0o640)
    with vault.held(place) as ours:
        yield ours
        if ours:
            place.unlink(missing_ok=True)


def _lock(load: FigureLoad) -> Path:
    return Path(settings.HOME) / "locks" / f"load-{load.pk}"
