"""What was written while a person filled in his form: shown beside his own words when these come too late."""

from django.db.models import Model

from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.models import Deed, ProductRecord
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.following.refusals import (
    AlreadySent,
    ExtensionOpen,
    NoEventAwaited,
    RemindedToday,
    TaskDone,
    TaskOpen,
)
from tinhso.steering.following.situation import Situation, situation
from tinhso.steering.pages.work.history import Line, line_of
from tinhso.steering.programmes.models import Deliverable

Kind = Deed.Kind
#: What stands in the way where it is the task itself that was spoken of.
_IN_THE_WAY: dict[type[TinhsoError], tuple[Kind, ...]] = {
    TaskDone: (Kind.COMPLETED,),
    TaskOpen: (Kind.COMPLETION_RETURNED, Kind.REOPENED),
    ExtensionOpen: (Kind.EXTENSION_ASKED,),
    NoEventAwaited: (Kind.EVENT_RECORDED,),
    RemindedToday: (Kind.REMINDED,),
}


def meanwhile(former: Situation, thing: Model | None, *, refusal: TinhsoError, once: str) -> Line | None:
    """The deed for which the form was refused, as the history tells it; read anew."""
    at = situation(former.task, former.account, former.day)
    deed = _newest(at, thing, refusal=refusal, once=once)
    if deed is None:
        return None
    asked = [(request.asked_id, request.day) for request in at.requests]
    return line_of(deed, at, names_of_time([(deed.unit_id, deed.day), *asked]))


def _newest(at: Situation, thing: Model | None, *, refusal: TinhsoError, once: str) -> Deed | None:
    kinds, about = _IN_THE_WAY.get(type(refusal), ()), _about(thing)
    for deed in reversed(at.deeds):
        if isinstance(refusal, AlreadySent):
            is_it = deed.once == once
        elif kinds:
            is_it = deed.kind in kinds
        else:
            is_it = deed.about_id in about or _is_record(at, deed, thing)
        if is_it:
            return deed
    return None


def _about(thing: Model | None) -> set[int]:
    """A correction that was sent back leaves its place to one of what it had corrected."""
    return {key for key in (thing.pk, thing.about_id) if key} if isinstance(thing, Deed) else set()


def _is_record(at: Situation, deed: Deed, thing: Model | None) -> bool:
    record: ProductRecord | None = at.records.get(thing.pk) if isinstance(thing, Deliverable) else None
    return record is not None and record.pk == deed.pk
