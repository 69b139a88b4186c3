"""Mở, đóng, mở lại kỳ báo cáo; and that every unit asked has its report."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.steering.figures.counting import count_for
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.work import reason_given
from tinhso.steering.reporting.actions.at_round import at_round, done_before, note_event
from tinhso.steering.reporting.asking import asking_of, sender_of
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Report, Round, RoundEvent
from tinhso.steering.reporting.refusals import RoundStands
from tinhso.steering.reporting.rights import day_of
from tinhso.steering.reporting.windows import due_day

State = Round.State


def open_round(round_: Round, hand: Hand, *, reason: str = "") -> Round:
    """Every unit asked has its report from now on; before the day on which it would open by itself only with a reason.

    Raises NotYourRound, ProgrammeClosed, RoundStands, ReasonMissing.
    """
    with at_round(round_, hand, what="mở kỳ báo cáo") as held:
        if done_before(held, hand):
            return round_
        if held.state != State.PLANNED:
            raise RoundStands(state=held.get_state_display().lower(), what="mở")
        if day_of(held, hand.today) < held.opens_on:
            reason_given(reason)
        _open(held, hand, RoundEvent.Kind.OPENED, words=reason)
    return round_


def close_round(round_: Round, reason: str, hand: Hand) -> Round:
    """No report is written or sent any more; with units missing only with a reason. Raises also ReasonMissing."""
    with at_round(round_, hand, what="đóng kỳ báo cáo") as held:
        if done_before(held, hand):
            return round_
        if held.state != State.OPEN:
            raise RoundStands(state=held.get_state_display().lower(), what="đóng")
        if Report.objects.filter(round=held).missing().exists():
            reason_given(reason)
        Round.objects.filter(pk=held.pk).update(state=State.CLOSED)
        _count(held)
        note_event(held, RoundEvent.Kind.CLOSED, hand, words=reason)
        _announce(held, "round.closed")
    return round_


def reopen_round(round_: Round, reason: str, hand: Hand) -> Round:
    """Reports may be written and sent again; lateness is told by the old due days. Raises also ReasonMissing."""
    said = reason_given(reason)
    with at_round(round_, hand, what="mở lại kỳ báo cáo") as held:
        if done_before(held, hand):
            return round_
        if held.state != State.CLOSED:
            raise RoundStands(state=held.get_state_display().lower(), what="mở lại")
        _open(held, hand, RoundEvent.Kind.REOPENED, words=said)
    return round_


def open_due_rounds(today: date) -> int:
    """How many planned rounds were opened because their day has come. For the timer; safe at any time."""
    opened = 0
    for planned in rounds_with_asks().to_open(today):
        with transaction.atomic():
            held = Round.objects.select_for_update(of=("self",)).get(pk=planned.pk)
            begun = planned.opens_on <= day_of(planned, today)
            if held.state == State.PLANNED and planned.going_on and begun:
                _open(planned, None, RoundEvent.Kind.OPENED)
                opened += 1
    return opened


def follow_organisations(today: date) -> int:
    """How many reports came to be, or are asked no more, because units did since. For the timer; safe at any time."""
    return sum(sync_reports(each, min(today, day_of(each))) for each in rounds_with_asks().open())


def count_at_cut_off(today: date) -> int:
    """How many figures were counted for open rounds whose days are over. For the timer; safe at any time: what is
    counted the same is not written again."""
    over = [each for each in rounds_with_asks().open() if each.last_day < min(today, day_of(each, today))]
    return sum(_count(each) for each in over)


def _count(round_: Round) -> int:
    """The figures of indicators that are tied to a metric, for the round's days."""
    return sum(len(count_for(ask.programme, round_.first_day, round_.last_day)) for ask in round_.going_on)


def sync_reports(round_: Round, today: date) -> int:
    """Make the reports that are missing; those of units no longer asked, never sent, are not waited for. The round's
    row is held by the caller where it opens."""
    asking = asking_of(round_, today)
    units = set(asking.lines) & set(Roster.on(asking.day).units)
    there = dict(Report.objects.filter(round=round_).values_list("unit", "required"))
    made = _made(round_, units - set(there), asking.day)
    gone = Report.objects.filter(round=round_, sent_on=None, required=True).exclude(unit__in=units)
    back = Report.objects.filter(round=round_, required=False, unit__in=units)
    return made + gone.update(required=False) + back.update(required=True)


def _made(round_: Round, units: Iterable[int], day: date) -> int:
    dues, versions = list(round_.dues.all()), Roster.on(day).units
    rows = [
        Report(round=round_, unit_id=unit, sender=sender, due_on=due_day(dues, sender))
        for unit in sorted(units)
        for sender in [sender_of(versions[unit])]
    ]
    return len(Report.objects.bulk_create(rows, ignore_conflicts=True))


def _open(round_: Round, hand: Hand | None, kind: RoundEvent.Kind, *, words: str = "") -> None:
    Round.objects.filter(pk=round_.pk).update(state=State.OPEN)
    sync_reports(round_, day_of(round_))
    note_event(round_, kind, hand, words=words)
    _announce(round_, "round.opened")


def _announce(round_: Round, event: str) -> None:
    facts = {
        "title": round_.title,
        "first_day": write_date(round_.first_day),
        "last_day": write_date(round_.last_day),
        "programmes": [ask.programme.code for ask in round_.asks.all()],
    }
    announce(event, subject=f"round/{round_.pk}", facts=facts)
