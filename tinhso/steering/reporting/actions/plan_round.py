"""Lập kỳ báo cáo: plan a round of one or several programmes, and other due days of one."""

from collections.abc import Collection, Iterable

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc, paragraphs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.work import reason_given
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Duty, Programme
from tinhso.steering.reporting.actions.at_round import (
    at_round,
    done_before,
    note_event,
    refuse_stranger,
)
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Report, ReportDeed, Round, RoundDue, RoundEvent, RoundProgramme
from tinhso.steering.reporting.refusals import RoundImpossible, RoundPlanned, RoundsOverlap, RoundStands
from tinhso.steering.reporting.telling_moved import tell_moved
from tinhso.steering.reporting.windows import Asked, Due, due_day, last_day_of, refuse_unfit


def plan_round(asked: Asked, programmes: Collection[Programme], hand: Hand, *, duties: Iterable[Duty] = ()) -> Round:
    """A round that opens on its day. Sent twice, it is planned once; what a duty orders stands with whatever due days
    it has been given since.

    The programmes have one department in charge. Raises NotYourRound, ProgrammeClosed, NoTimeToWrite, DueOrderWrong,
    RoundImpossible, RoundsOverlap, RoundPlanned.
    """
    unit = _department_of(programmes)
    refuse_stranger(hand, unit, what="lập kỳ báo cáo")
    for programme in programmes:
        require_running(programme)
    late = _named_day_is_late(programmes)
    refuse_unfit(asked, office_calendar(), named_day_is_late=late)
    with transaction.atomic():
        # Two officers plan one after the other, so that what one planned is seen by the other.
        list(Programme.objects.select_for_update().filter(pk__in=[each.pk for each in programmes]).order_by("pk"))
        standing = list(rounds_with_asks().filter(asks__programme__in=programmes).distinct())
        if same := same_round(asked, programmes, standing):
            if not duties:
                _refuse_otherwise(same, asked)
            return same
        refuse_overlap(asked, standing)
        return _create(asked, programmes, unit=unit, late=late, by=hand.by, duties=duties)


def same_round(asked: Asked, programmes: Collection[Programme], standing: Iterable[Round]) -> Round | None:
    """That of the rounds which the same form planned the first time; they come with the programmes they ask about."""
    keys, said = {programme.pk for programme in programmes}, nfc(asked.title).strip()
    wanted = (asked.kind, asked.basis, said, asked.first_day, asked.last_day)
    return next(
        (
            each
            for each in standing
            if (each.kind, each.basis, each.title, each.first_day, each.last_day) == wanted
            and {ask.programme_id for ask in each.asks.all()} == keys
        ),
        None,
    )


def _refuse_otherwise(standing: Round, asked: Asked) -> None:
    """Say so where something else was typed than what stands, instead of dropping it. Raises RoundPlanned."""
    dues = {(due.sender, due.day, due.before) for due in standing.dues.all()}
    same = {
        "hạn gửi": dues == {(due.sender, due.day, due.before) for due in asked.dues},
        "ngày mở": standing.opens_on == asked.opening,
        "yêu cầu": standing.words == paragraphs(asked.words),
    }
    if other := [name for name, is_same in same.items() if not is_same]:
        raise RoundPlanned(title=standing.title, what=", ".join(other))


def refuse_overlap(asked: Asked, others: Iterable[Round | Asked]) -> None:
    """Refuse a periodic round some of whose days another of its kind asks about. Raises RoundsOverlap."""
    if asked.kind in (Round.Kind.THEMATIC, Round.Kind.AD_HOC):
        return
    for other in others:
        if other.kind == asked.kind and other.first_day <= asked.last_day and other.last_day >= asked.first_day:
            span = f"{write_date(other.first_day)}–{write_date(other.last_day)}"
            raise RoundsOverlap(other=other.title, span=span)


def change_dues(round_: Round, dues: Collection[Due], reason: str, *, hand: Hand) -> Round:
    """Other due days, for reports that were not sent yet too. Raises also ReasonMissing, RoundStands."""
    said = reason_given(reason)
    with at_round(round_, hand, what="đổi hạn gửi") as held:
        if done_before(held, hand):
            return round_
        if held.state == Round.State.CLOSED:
            raise RoundStands(state="đã đóng", what="đổi hạn gửi")
        late = _named_day_is_late([ask.programme for ask in held.asks.all()])
        asked = _as_asked(held, tuple(dues))
        refuse_unfit(asked, office_calendar(), named_day_is_late=late)
        held.dues.all().delete()
        _write_dues(held, dues, late=late)
        moved = _move_reports(held)
        event = note_event(held, RoundEvent.Kind.CHANGED, hand, words=said)
        if held.is_open:
            tell_moved(moved, event, hand)
    return round_


def _department_of(programmes: Collection[Programme]) -> int:
    units = {programme.coordinating_unit_id for programme in programmes}
    if len(units) != 1 or None in units:
        raise RoundImpossible(why="Các chương trình của một kỳ phải có cùng một cơ quan thường trực.")
    return next(iter(units)) or 0


def _named_day_is_late(programmes: Iterable[Programme]) -> bool:
    """Where programmes differ the stricter holds."""
    return any(programme.named_day_is_late for programme in programmes)


def _create(
    asked: Asked, programmes: Collection[Programme], *, unit: int, late: bool, by: Account, duties: Iterable[Duty]
) -> Round:
    title = nfc(asked.title).strip()
    if not title:
        raise RoundImpossible(why="Hãy đặt tên cho kỳ báo cáo.")
    made = Round.objects.create(
        kind=asked.kind,
        basis=asked.basis,
        title=title,
        first_day=asked.first_day,
        last_day=asked.last_day,
        opens_on=asked.opening,
        coordinating_unit_id=unit,
        words=paragraphs(asked.words),
        created_by=by,
    )
    ordered = {duty.programme_id: duty for duty in duties}
    RoundProgramme.objects.bulk_create(
        RoundProgramme(round=made, programme=each, duty=ordered.get(each.pk)) for each in programmes
    )
    _write_dues(made, asked.dues, late=late)
    return made


def _write_dues(round_: Round, dues: Iterable[Due], *, late: bool) -> None:
    RoundDue.objects.bulk_create(
        RoundDue(
            round=round_,
            sender=due.sender,
            day=due.day,
            before=due.before,
            last_on=last_day_of(due, named_day_is_late=late),
        )
        for due in dues
    )


def _move_reports(round_: Round) -> list[int]:
    """Reports not sent yet follow; one that was given more time of its own keeps the later of the two days. Those
    whose day is another one now."""
    dues = list(RoundDue.objects.filter(round=round_))
    days = {sender: due_day(dues, sender) for sender in RoundDue.Sender.values}
    extended = frozenset(
        ReportDeed.objects.filter(kind=ReportDeed.Kind.EXTENDED, report__round=round_).values_list("report", flat=True)
    )
    moved: list[int] = []
    for report in Report.objects.filter(round=round_, sent_on=None).select_for_update(of=("self",)):
        day = days[report.sender]
        if report.due_on != day and not (report.pk in extended and report.due_on > day):
            Report.objects.filter(pk=report.pk).update(due_on=day)
            moved.append(report.pk)
    return moved


def _as_asked(round_: Round, dues: tuple[Due, ...]) -> Asked:
    return Asked(
        kind=round_.kind,
        basis=round_.basis,
        title=round_.title,
        first_day=round_.first_day,
        last_day=round_.last_day,
        dues=dues,
    )
