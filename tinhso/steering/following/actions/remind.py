"""Tell those who owe it of what is due soon, today, or late: each moment once, and only the latest one missed."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import time_left
from tinhso.lib.dates import write_date
from tinhso.steering.following.due import Asked, DueThing, due_things
from tinhso.steering.following.models import Notice, UnitRequest
from tinhso.steering.following.reminding.addressees import Addressee, Present
from tinhso.steering.following.reminding.moments import Moment, Plan, farthest, latest
from tinhso.steering.following.reminding.rules import FARTHEST, LONGEST, plan_on
from tinhso.steering.programmes.models import Programme

#: Wide enough for every rule that may be set.
_BEFORE, _AFTER = farthest(Plan(before=(FARTHEST,), after=(FARTHEST,), weeks=LONGEST))


def remind(day: date, *, at: datetime | None = None) -> int:
    """How many notices were new. Safe to run as often as one likes, by several at once."""
    asked = Asked(day - _AFTER, day + _BEFORE, day)
    wanted = {notice.key: notice for notice in (*_of_things(due_things(asked), day), *_of_requests(day))}
    known = set(Notice.objects.filter(key__in=list(wanted)).values_list("key", flat=True))
    fresh = [notice for key, notice in wanted.items() if key not in known]
    for notice in fresh:
        notice.created_at = at or timezone.now()
    with transaction.atomic():
        Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def open_keys(day: date) -> frozenset[str]:
    """The keys of what is still due that day: of what has been done meanwhile nobody is reminded by letter."""
    things = due_things(Asked(day - _AFTER, day + _BEFORE, day))
    return frozenset(thing.key for thing in things if not thing.is_done)


def _of_things(things: Iterable[DueThing], day: date) -> Iterator[Notice]:
    calendar, plan = office_calendar(), cache(lambda programme: plan_on(programme, day))
    present = cache(lambda verb: Present.on(day, verb))
    for thing in things:
        moment = None if thing.is_done else latest(plan(thing.programme), thing.due_on, today=day, calendar=calendar)
        if moment is not None:
            for told in present(thing.verb).told(thing, head_too=moment.for_head):
                yield _notice(thing, told, moment=moment, day=day)


def _notice(thing: DueThing, told: Addressee, *, moment: Moment, day: date) -> Notice:
    # Whoever stands in is told once of a thing, however many bodies owe it that have nobody here.
    key = f"due:{thing.key}:{thing.due_on}:{moment.code}:u{told.unit}:{told.verb}{':for' if told.stands_in else ''}"
    return Notice(
        key=key,
        kind=_kind(thing.due_on, day),
        words=_words(thing, told, day)[:300],
        thing=thing.key[:80],
        title=thing.title[:200],
        address=thing.address,
        programme_id=thing.programme,
        task_id=thing.task,
        unit_id=told.unit,
        verb=told.verb,
    )


def _kind(due_on: date, day: date) -> Notice.Kind:
    if due_on == day:
        return Notice.Kind.DUE_TODAY
    return Notice.Kind.DUE_SOON if due_on > day else Notice.Kind.OVERDUE


def _words(thing: DueThing, told: Addressee, day: date) -> str:
    left = time_left(office_calendar(), today=day, last_day=thing.due_on)
    said = f"{thing.what} hạn {write_date(thing.due_on)}, {left}"
    return f"{said} (đơn vị chủ trì chưa có người dùng hệ thống)" if told.stands_in else said


def _of_requests(day: date) -> Iterator[Notice]:
    """Who asked another unit has said so many days before its answer is due that unit is reminded."""
    waiting = UnitRequest.objects.waiting().filter(task__programme__state=Programme.State.RUNNING)
    for request in waiting.filter(due_on__gte=day).select_related("task"):
        if request.due_on - timedelta(days=request.remind_days) <= day:
            yield Notice(
                key=f"{Notice.Kind.DUE_SOON}:r{request.pk}:{request.due_on}",
                kind=Notice.Kind.DUE_SOON,
                words=f"Đề nghị phối hợp nhiệm vụ {request.task.code} đến hạn {write_date(request.due_on)}",
                programme_id=request.task.programme_id,
                task=request.task,
                unit_id=request.asked_id,
                verb=Verb.REPORT,
            )
