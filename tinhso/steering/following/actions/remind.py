"""Tell those who owe it of what is due soon, today, or late: each moment once, and only the latest one missed."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import time_left
from tinhso.lib.dates import write_date
from tinhso.steering.following.due import Asked, DueGroup, DueThing, due_things
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
    things = [thing for thing in due_things(Asked(day - _AFTER, day + _BEFORE, day)) if not thing.is_done]
    groups = (_group_key(thing.group, thing.due_on) for thing in things if thing.group)
    return frozenset({*(thing.key for thing in things), *groups})


def _of_things(things: Iterable[DueThing], day: date) -> Iterator[Notice]:
    calendar, plan = office_calendar(), cache(lambda programme: plan_on(programme, day))
    present = cache(lambda verb: Present.on(day, verb))
    together: dict[str, list[DueThing]] = {}
    for thing in things:
        moment = None if thing.is_done else latest(plan(thing.programme), thing.due_on, today=day, calendar=calendar)
        if moment is not None:
            for told in present(thing.verb).told(thing, head_too=moment.for_head):
                notice = _notice(thing, told, moment=moment, day=day)
                if thing.group and told.stands_in:
                    together.setdefault(notice.key, []).append(thing)
                    notice = _of_group(notice, thing.group, together[notice.key], day=day)
                yield notice


def _notice(thing: DueThing, told: Addressee, *, moment: Moment, day: date) -> Notice:
    # Whoever stands in is told once of a thing or group, however many bodies owe it that have nobody here.
    group = thing.group if told.stands_in else None
    key = f"{group.key if group else thing.key}:{thing.due_on}"
    return Notice(
        key=f"due:{key}:{moment.code}:u{told.unit}:{told.verb}{':for' if told.stands_in else ''}",
        kind=_kind(thing, day),
        words=_words(thing, told, day)[:300],
        thing=(_group_key(group, thing.due_on) if group else thing.key)[:80],
        title=thing.title[:200],
        address=group.address if group else thing.address,
        programme_id=thing.programme,
        task_id=thing.task,
        unit_id=told.unit,
        verb=told.verb,
    )


def _kind(thing: DueThing, day: date) -> Notice.Kind:
    if thing.again:
        return Notice.Kind.REMINDED
    if thing.due_on == day:
        return Notice.Kind.DUE_TODAY
    return Notice.Kind.DUE_SOON if thing.due_on > day else Notice.Kind.OVERDUE


def _words(thing: DueThing, told: Addressee, day: date) -> str:
    said = f"{thing.what} {thing.again or _due(thing.due_on, day)}"
    return f"{said} (đơn vị chủ trì chưa có người dùng hệ thống)" if told.stands_in else said


def _of_group(notice: Notice, group: DueGroup, things: Collection[DueThing], *, day: date) -> Notice:
    """How many still owe it, and how many have it back; one alone is named in its own words."""
    first = min(things, key=lambda thing: bool(thing.again))
    again = sum(bool(thing.again) for thing in things)
    owing = f"{len(things) - again} đơn vị còn thiếu" if len(things) > again else ""
    counts = ", ".join(filter(None, (owing, f"{again} đơn vị phải gửi lại" if again else "")))
    what = f"{first.what} {first.again or _due(first.due_on, day)}"
    if len(things) > 1:
        what = f"{group.what} {_due(first.due_on, day)}: {counts}" if owing else f"{group.what}: {counts}"
    notice.words, notice.kind = f"{what} (chưa có người dùng hệ thống)"[:300], _kind(first, day)
    return notice


def _group_key(group: DueGroup, due_on: date) -> str:
    """Levels have due days of their own."""
    return f"{group.key}:{due_on}"


def _due(due_on: date, day: date) -> str:
    return f"hạn {write_date(due_on)}, {time_left(office_calendar(), today=day, last_day=due_on)}"


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
