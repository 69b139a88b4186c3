"""A quarter of 32 units from its opening to its closing; every number is counted again from what people said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.totals import totals
from tinhso.steering.figures.wording import UNKNOWN, plain
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.reporting.actions.open_round import close_round
from tinhso.steering.reporting.actions.send_report import send_nil
from tinhso.steering.reporting.actions.take_report import accept, extend, return_report
from tinhso.steering.reporting.board import Standing
from tinhso.steering.reporting.models import Report, SentFigure, Submission
from tinhso.steering.reporting.tests.playing import (
    COMMUNES,
    DEPARTMENTS,
    DISTRICTS,
    IN_CHARGE,
    MEASURED,
    THIRD,
    Play,
    Told,
    begin,
    days,
    said,
)
from tinhso.steering.reporting.tests.recounting import recount

pytestmark = pytest.mark.django_db
State = Report.State
JOINED, JOINED_LATE = "xa-moi-01", "xa-moi-02"
BEFORE, AFTER = COMMUNES[:2], COMMUNES[2:4]
LATE = (DEPARTMENTS[5], COMMUNES[10], COMMUNES[11])
NEVER, LEFT_RETURNED, RETURNED_ONCE = DISTRICTS[7], DISTRICTS[6], DISTRICTS[0]
EXTENDED, NIL, CORRECTED, LAST_MINUTE = DISTRICTS[1], COMMUNES[12], DISTRICTS[2], COMMUNES[13]
LAST_DAY, MERGED, MERGED_LATE, CLOSED = date(2022, 9, 20), date(2022, 8, 1), date(2022, 9, 16), date(2022, 9, 30)
#: Before the round, within it, at its cut-off, after the second merger, at its closing.
DAYS = (date(2022, 6, 14), date(2022, 8, 31), THIRD[1], MERGED_LATE, CLOSED)


@pytest.fixture(scope="module")
def played(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Play]:
    """Played once for all tests of this file, in a transaction that is taken back."""
    home: Path = tmp_path_factory.mktemp("home")
    with django_db_blocker.unblock(), override_settings(HOME=home), transaction.atomic():
        yield _play()
        transaction.set_rollback(True)


@pytest.fixture
def play(db: None, played: Play) -> Play:
    return played


def _play() -> Play:
    """The quarter."""
    play = begin()
    _ask_for_more_time(play)
    play.fill(BEFORE[0], date(2022, 7, 20))
    play.diary = [each for each in play.diary if each.days[1] != THIRD[1]]
    play.merge(JOINED, BEFORE, MERGED)
    _send_in_time(play)
    play.merge(JOINED_LATE, AFTER, MERGED_LATE)
    for key in AFTER:
        play.send(key, date(2022, 9, 19), by=JOINED_LATE)
    play.send(LAST_MINUTE, LAST_DAY, time(23, 59))
    for key in LATE:
        play.send(key, date(2022, 9, 21), time(0, 1))
    _judge(play)
    close_round(play.round, "Đã quá hạn tổng hợp", play.hand(play.coordinator, CLOSED))
    return play


def _ask_for_more_time(play: Play) -> None:
    """A task's deadline is put off by the chair."""
    officer, task = play.officers[DEPARTMENTS[0]], play.task("II.1")
    wanted = MoreTime(asked_on=date(2022, 10, 31), reason="Chờ ý kiến bộ chủ quản")
    asked = ask_extension(task, wanted, play.hand(officer, date(2022, 7, 11)))
    granted = Decision(due_on=date(2022, 10, 15), reason="Đồng ý một lần")
    decide_extension(asked, granted, play.hand(play.chair, date(2022, 7, 13)))


def _send_in_time(play: Play) -> None:
    apart = {*LATE, NEVER, EXTENDED, NIL, LAST_MINUTE, *BEFORE, *AFTER}
    for key in (IN_CHARGE, *DEPARTMENTS, *DISTRICTS, *COMMUNES, JOINED):
        if key not in apart:
            play.send(key, date(2022, 9, 15))
    report, day = play.report(NIL), date(2022, 9, 15)
    send_nil(report, play.hand(play.officers[NIL], day))
    play.let_go(report, NIL, day)
    carried = next(each for each in play.diary if each.unit == NIL and each.code == "I.3")
    play.diary.append(Told("I.3", "commune", NIL, days("I.3", THIRD), carried.given))


def _judge(play: Play) -> None:
    """The department's days: returned, extended, accepted, a figure corrected after that."""
    by, day = play.coordinator, date(2022, 9, 19)
    for key in (RETURNED_ONCE, LEFT_RETURNED):
        return_report(play.report(key), "Xem lại số liệu", play.hand(by, day))
    extend(play.report(EXTENDED), date(2022, 9, 23), "Thay cán bộ", hand=play.hand(by, day))
    play.send(RETURNED_ONCE, date(2022, 9, 21), more=1)
    play.send(EXTENDED, date(2022, 9, 23))
    for key in (CORRECTED, *DEPARTMENTS[:3], RETURNED_ONCE):
        accept(play.report(key), "", play.hand(by, date(2022, 9, 24)))
    right = said("I.1", CORRECTED, THIRD, more=2)
    hand = play.hand(by, date(2022, 9, 26))
    wrong = Value.objects.known_at().get(indicator__code="I.1", unit__key=CORRECTED, to_on=THIRD[1])
    correct(wrong, right, Whence(by=by, note="Cộng trùng một xã", at=hand.at))
    play.diary.append(Told("I.1", "district", CORRECTED, days("I.1", THIRD), right))


def test_who_was_in_time_late_returned_or_never_came(play: Play) -> None:
    reports = Report.objects.filter(round=play.round).select_related("unit")
    asked = {each.unit.key: each for each in reports if each.required}
    assert set(asked) == {IN_CHARGE, *DEPARTMENTS, *DISTRICTS, *COMMUNES, JOINED} - set(BEFORE)
    assert {key for key, each in asked.items() if each.was_late} == set(LATE)
    assert {key for key, each in asked.items() if each.is_overdue(CLOSED)} == {NEVER}
    assert {each.unit.key for each in reports.missing()} == {NEVER, LEFT_RETURNED}
    counted = Counter(each.state for each in asked.values())
    assert counted == {State.ACCEPTED: 5, State.SENT: 24, State.RETURNED: 1, State.UNOPENED: 1}


@pytest.mark.parametrize("code", MEASURED)
@pytest.mark.parametrize("day", DAYS)
def test_every_figure_at_every_level_is_what_the_units_said(play: Play, code: str, day: date) -> None:
    indicator = play.programme.indicators.get(code=code)
    ended = dict.fromkeys(BEFORE, MERGED) | dict.fromkeys(AFTER, MERGED_LATE)
    counted = {
        level: (amount.numerator, amount.denominator, amount.number, amount.known)
        for level, series in totals(play.programme, day)[indicator.pk].items()
        if (amount := series.on(day)) != Amount()
    }
    assert counted == recount(play.diary, code, day, ended=ended)


def test_who_joined_before_the_cut_off_reports_and_who_ended_does_not(play: Play) -> None:
    assert [play.report(key).required for key in BEFORE] == [False, False]
    assert play.report(JOINED).state == State.SENT
    assert not Value.objects.filter(unit__key__in=BEFORE, to_on=THIRD[1]).exists()


def test_who_joined_after_the_cut_off_sends_what_was_asked_of_those_before_it(play: Play) -> None:
    assert not Report.objects.filter(unit__key=JOINED_LATE).exists()
    sent = Submission.objects.filter(report__unit__key__in=AFTER).select_related("deed__unit")
    assert {each.deed.unit.key for each in sent if each.deed.unit} == {JOINED_LATE}
    figures = Value.objects.filter(indicator__code="I.3", to_on=THIRD[1], unit__key__in=AFTER)
    assert figures.count() == 2


def test_what_was_returned_and_sent_again_is_counted_once_and_stays_in_time(play: Play) -> None:
    report = play.report(RETURNED_ONCE)
    assert (report.submissions.count(), report.sent_on, report.was_late) == (2, date(2022, 9, 15), False)
    values = Value.objects.filter(indicator__code="I.1", unit=report.unit, to_on=THIRD[1])
    assert (values.count(), values.known_at().count()) == (2, 1)


def test_a_correction_after_acceptance_leaves_what_was_sent(play: Play) -> None:
    sent = SentFigure.objects.get(submission__report__unit__key=CORRECTED, indicator__code="I.1")
    stands = Value.objects.known_at().get(indicator__code="I.1", unit__key=CORRECTED, to_on=THIRD[1])
    assert sent.value
    assert (stands.corrects, stands.numerator) == (sent.value, (sent.value.numerator or Decimal()) + 2)


def test_a_nil_report_carries_the_figure_over(play: Play) -> None:
    report = play.report(NIL)
    value = Value.objects.get(indicator__code="I.3", unit=report.unit, to_on=THIRD[1])
    assert (report.nil, value.numerator) == (True, said("I.3", NIL, (date(2022, 3, 15), date(2022, 6, 14))).numerator)
    assert ProgressEntry.objects.get(unit=report.unit).said == "unchanged"


def test_more_time_moves_only_what_was_asked_for(play: Play) -> None:
    assert play.task("II.1").due_on == date(2022, 10, 15)
    others = Report.objects.filter(round=play.round).exclude(unit__key=EXTENDED)
    assert set(others.values_list("due_on", flat=True)) == {LAST_DAY}
    assert not play.report(EXTENDED).was_late


def test_every_task_line_is_an_entry_of_its_unit(play: Play) -> None:
    said_by = set(ProgressEntry.objects.values_list("task__code", "unit__key"))
    communes = {*COMMUNES, JOINED, JOINED_LATE} - {*BEFORE, *AFTER}
    assert said_by == {
        ("II.1", DEPARTMENTS[0]),
        *(("II.2", key) for key in (IN_CHARGE, *DEPARTMENTS)),
        *(("II.3", key) for key in communes),
    }


@pytest.fixture
def seen(client: Client, play: Play) -> Client:
    """The department in charge, looking at the end of the round."""
    client.force_login(play.coordinator)
    return client


def test_the_board_counts_what_was_played(play: Play, seen: Client) -> None:
    shown = seen.get(reverse("rounds:board", args=(play.programme.pk, play.round.pk))).context
    assert (shown["asked_of"], shown["received"], shown["missing"][0], shown["overdue"][0]) == (31, 29, 2, 1)
    standing = Counter(place.standing.value for _level, places in shown["found"].groups for place in places)
    assert standing == {"in_time": 21, "late": 3, "accepted": 5, "returned": 1, "unopened": 1, "not_asked": 2}


def test_the_workbook_says_of_every_unit_what_the_board_says(play: Play, seen: Client) -> None:
    shown = seen.get(reverse("rounds:board", args=(play.programme.pk, play.round.pk))).context
    board = Counter(place.standing.label for _level, places in shown["found"].groups for place in places)
    assert Counter(row[2] for row in _sheet(seen, reverse("rounds:sheet", args=_round(play)))) == board


def test_the_list_of_the_missing_names_who_is_missing(play: Play, seen: Client) -> None:
    rows = _sheet(seen, f"{reverse('rounds:sheet', args=_round(play))}?tinh_trang=thieu")
    assert [row[2] for row in rows] == ["Bị trả lại", "Chưa mở"]


def test_a_program_is_told_the_same_of_every_report(play: Play, seen: Client) -> None:
    told = seen.get(f"/api/v1/rounds/{play.round.pk}/reports?limit=200").json()["items"]
    assert {each["unit"] for each in told if each["late"]} == set(LATE)
    missing = seen.get(f"/api/v1/rounds/{play.round.pk}/reports?limit=200&missing=true").json()["items"]
    assert {each["unit"] for each in missing} == {NEVER, LEFT_RETURNED}
    assert Counter(each["state"] for each in told if each["required"]) == {
        "accepted": 5,
        "sent": 24,
        "returned": 1,
        "unopened": 1,
    }


@pytest.mark.parametrize("code", MEASURED)
@pytest.mark.parametrize("day", DAYS)
def test_page_program_and_workbook_tell_what_the_units_said(play: Play, seen: Client, code: str, day: date) -> None:
    """The figures of every level, each read through its door."""
    keys = (play.programme.pk, play.programme.indicators.get(code=code).pk)
    ended = dict.fromkeys(BEFORE, MERGED) | dict.fromkeys(AFTER, MERGED_LATE)
    wanted = {level: sums[:3] for level, sums in recount(play.diary, code, day, ended=ended).items()}
    series = f"/api/v1/programmes/{keys[0]}/indicators/{keys[1]}/series"
    levels = seen.get(series, {"on": day.isoformat()}).json()["levels"]
    assert {level: _last(points) for level, points in levels.items()} == wanted
    asked = {"ngay": day.isoformat()}
    page = seen.get(reverse("pages:indicator", args=keys), asked)
    upper, lower, number = (sum((sums[part] for sums in wanted.values()), Decimal()) for part in range(3))
    assert (f"{plain(upper)}/{plain(lower)}" if lower else f"<strong>{plain(number)}</strong>") in page.content.decode()
    table = seen.get(reverse("pages:indicator", args=keys), {**asked, "xlsx": "theo-cap"}).content
    assert _by_level(table) == {level: _figure(sums) for level, sums in wanted.items()}
    if MEASURED[code][0] == Measure.Kind.RATIO:
        assert _summed(_units(seen, f"{reverse('workbooks:units', args=keys)}?ngay={asked['ngay']}")) == wanted
    else:
        entries = f"{reverse('workbooks:entries', args=keys)}?ngay={asked['ngay']}&xem=tat_ca"
        assert {level: _given(seen, f"{entries}&cap={level}") for level in wanted} == {
            level: sums[2] for level, sums in wanted.items()
        }


def _round(play: Play) -> tuple[int, int]:
    return play.programme.pk, play.round.pk


def _last(points: list[dict[str, str | None]]) -> tuple[Decimal, ...]:
    return tuple(Decimal(points[-1][part] or 0) for part in ("numerator", "denominator", "number"))


def _sheet(client: Client, address: str) -> list[Sequence[object]]:
    """The rows of units: those that say when the report is due, or that none is asked."""
    rows = read_workbook(client.get(address).content, "bang.xlsx")[0].rows
    standing = set(Standing.labels)
    return [row for row in rows if len(row) > 2 and row[2] in standing]


def _units(client: Client, address: str) -> list[Sequence[object]]:
    """The rows of units that still give the indicator and have given a figure."""
    rows = read_workbook(client.get(address).content, "don-vi.xlsx")[0].rows
    return [
        row for row in rows if len(row) > 4 and row[1] in Level.labels and row[3] and "Không còn" not in str(row[-1])
    ]


def _by_level(content: bytes) -> dict[str, Decimal]:
    """Level → its figure, as the table of levels on the page tells it."""
    rows = [row for row in read_workbook(content, "theo-cap.xlsx")[0].rows if row and row[0] in Level.labels]
    shown = {Level.values[Level.labels.index(str(row[0]))]: str(row[3]) for row in rows if row[3] != UNKNOWN}
    return {
        level: Decimal(told.removesuffix("%").replace(",", ".")) / (100 if "%" in told else 1)
        for level, told in shown.items()
    }


def _figure(sums: tuple[Decimal, ...]) -> Decimal:
    """A share is shown to the tenth of a per cent, never more than there is."""
    upper, lower, number = sums
    return Decimal(int(1000 * upper / lower)) / 1000 if lower else number


def _given(client: Client, address: str) -> Decimal:
    """What the entries in force come to."""
    rows = read_workbook(client.get(address).content, "nguon.xlsx")[0].rows
    standing = ("đang dùng", "sửa số trước")
    return sum((Decimal(str(row[3])) for row in rows if len(row) > 6 and row[6] in standing), Decimal())


def _summed(rows: list[Sequence[object]]) -> dict[str, tuple[Decimal, ...]]:
    sums: dict[str, tuple[Decimal, ...]] = {}
    for row in rows:
        level = Level.values[Level.labels.index(str(row[1]))]
        upper, lower, number = sums.get(level, (Decimal(), Decimal(), Decimal()))
        sums[level] = (upper + Decimal(str(row[3])), lower + Decimal(str(row[4])), number)
    return sums
