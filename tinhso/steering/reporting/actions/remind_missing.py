"""Nhắc đơn vị còn thiếu: a notice to those who write a missing report, when it is late to their head as well."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.calendar.remaining import time_left
from tinhso.lib.dates import write_date
from tinhso.lib.text import in_sentence
from tinhso.steering.following.due import DueThing
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.addressees import Addressee, Present
from tinhso.steering.reporting.actions.at_round import at_round, done_before, note_event
from tinhso.steering.reporting.due_things import things_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, ReportDeed, Round, RoundEvent
from tinhso.steering.reporting.refusals import NobodyMissing, RoundNotOpen
from tinhso.steering.reporting.rights import day_of

#: Report → as what it is due, and those who are told.
_Told = dict[Report, tuple[DueThing, list[Addressee]]]


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many units were reminded now, how many had been today, how many have nobody here who could be."""

    now: int = 0
    before: int = 0
    unreachable: int = 0


def remind_missing(round_: Round, hand: Hand) -> Reminded:
    """Each report at most once a day, whoever does it.

    Raises NotYourRound, ProgrammeClosed, RoundNotOpen, NobodyMissing.
    """
    with at_round(round_, hand, what="nhắc đơn vị gửi báo cáo") as held:
        if not held.is_open:
            raise RoundNotOpen(state=held.get_state_display().lower())
        day = day_of(held, hand.today)
        missing = list(reports_with_rounds().filter(round=held).missing().order_by("pk"))
        if not missing:
            raise NobodyMissing
        today = _reminded_on(missing, day)
        waiting = [report for report in missing if report.pk not in today]
        told = _told(waiting, hand.today, day)
        if told and not done_before(held, hand):
            event = note_event(held, RoundEvent.Kind.REMINDED, hand, words=f"{len(told)} đơn vị")
            _note(told, event, day)
            Notice.objects.bulk_create(_notices(told, hand, day), ignore_conflicts=True)
        return Reminded(len(told), before=len(today), unreachable=len(waiting) - len(told))


def _reminded_on(reports: Iterable[Report], day: date) -> frozenset[int]:
    deeds = ReportDeed.objects.filter(report__in=list(reports), kind=ReportDeed.Kind.REMINDED, day=day)
    return frozenset(deeds.values_list("report", flat=True))


def _told(reports: Collection[Report], today: date, day: date) -> _Told:
    """Those whose unit has somebody here, who writes it or has it before him; nobody is told in another's stead."""
    present = cache(lambda verb: Present.on(today, verb))
    found = {
        report: (thing, present(thing.verb).told(thing, head_too=report.is_overdue(day)))
        for report, thing in zip(reports, things_of(reports, day), strict=True)
    }
    return {report: each for report, each in found.items() if each[1] and not any(one.stands_in for one in each[1])}


def _note(told: _Told, event: RoundEvent, day: date) -> None:
    account, giver = event.account, event.in_name_of
    if isinstance(account, Account):
        unit = event.round.coordinating_unit_id
        facts = {"account": account, "in_name_of": giver, "unit_id": unit, "day": day, "recorded_at": event.at}
        kind = ReportDeed.Kind.REMINDED
        ReportDeed.objects.bulk_create(ReportDeed(report=report, kind=kind, **facts) for report in told)


def _notices(told: _Told, hand: Hand, day: date) -> list[Notice]:
    return [
        Notice(
            key=f"remind:report:{report.pk}:{day}:u{each.unit}:{each.verb}",
            kind=Notice.Kind.REMINDED,
            words=_words(thing, day),
            thing=thing.key,
            title=thing.title[:200],
            address=thing.address,
            programme_id=thing.programme,
            unit_id=each.unit,
            verb=each.verb,
            created_at=hand.at,
        )
        for report, (thing, addressees) in told.items()
        for each in addressees
    ]


def _words(thing: DueThing, day: date) -> str:
    left = time_left(office_calendar(), today=day, last_day=thing.due_on)
    why = thing.again or f"hạn {write_date(thing.due_on)}, {left}"
    return f"Cơ quan tổng hợp nhắc gửi {in_sentence(thing.what)}: {why}"[:300]
