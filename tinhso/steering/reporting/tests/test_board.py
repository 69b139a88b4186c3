"""The board: who has sent, in time or late, who is missing, who is no longer asked."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.steering.reporting.actions.open_round import follow_organisations
from tinhso.steering.reporting.actions.take_report import accept, return_report
from tinhso.steering.reporting.board import Place, Standing, Tally, counted, places_of, tallies_of
from tinhso.steering.reporting.models import Report, ReportDeed, Round
from tinhso.steering.reporting.tests.conftest import LAST_DAY, hand

LATE = date(2022, 9, 23)


def on_board(round_: Round, day: date = LAST_DAY) -> dict[str, Place]:
    """The unit's key → its place."""
    return {place.report.unit.key: place for place in places_of(round_, day)}


def put(report: Report, **facts: object) -> None:
    """The report as it stands."""
    Report.objects.filter(pk=report.pk).update(**facts)


def sent_by(report: Report, account: Account) -> Report:
    """Sent on the last day in time."""
    put(report, state="sent", sent_on=LAST_DAY)
    ReportDeed.objects.create(report=report, kind="sent", account=account, unit=report.unit, day=LAST_DAY)
    return report


def test_a_report_nobody_touched_is_not_opened_and_missing(quarter: Round, district: Unit) -> None:
    place = on_board(quarter, date(2022, 9, 15))[district.key]
    assert (place.standing, place.is_missing, place.is_overdue) == (Standing.UNOPENED, True, False)
    assert (place.name, place.told) == ("UBND huyện Mẫu", "còn 3 ngày làm việc")


def test_two_units_of_one_name_are_told_apart_by_what_they_belong_to(
    quarter: Round, district: Unit, other_district: Unit
) -> None:
    for number, over in enumerate((district, other_district)):
        made = unit(f"xa-{number}", "Xã Phúc Sơn", kind=Kind.COMMUNE, parent=over)
        Report.objects.create(round=quarter, unit=made, sender="commune", due_on=LAST_DAY)
    names = {key: place.name for key, place in on_board(quarter, LAST_DAY).items()}
    assert names["xa-0"] == "UBND xã Phúc Sơn (huyện Mẫu)"
    assert names["xa-1"] == "UBND xã Phúc Sơn (huyện Khác)"
    assert names[district.key] == "UBND huyện Mẫu"


def test_the_day_after_the_due_day_it_is_overdue(quarter: Round, district: Unit) -> None:
    place = on_board(quarter, LATE)[district.key]
    assert (place.is_overdue, place.days_late, place.told) == (True, 3, "quá hạn 3 ngày")


def test_sent_on_the_due_day_is_in_time_and_the_day_after_late(report: Report, other_report: Report) -> None:
    put(report, state="sent", sent_on=LAST_DAY)
    put(other_report, state="sent", sent_on=date(2022, 9, 21))
    board = on_board(report.round, LATE)
    standings = [board[each.unit.key].standing for each in (report, other_report)]
    assert standings == [Standing.IN_TIME, Standing.LATE]
    assert [board[each.unit.key].told for each in (report, other_report)] == ["", "trễ 1 ngày"]


def test_what_was_returned_is_missing_though_it_was_sent_in_time(
    other_report: Report, other_officer: Account, coordinator: Account
) -> None:
    return_report(sent_by(other_report, other_officer), "Thiếu số liệu xã", hand(coordinator))
    place = on_board(other_report.round, LATE)[other_report.unit.key]
    assert (place.standing, place.why, place.is_overdue) == (Standing.RETURNED, "Thiếu số liệu xã", False)
    assert place.sent
    assert place.sent.account == other_officer


def test_what_was_accepted_is_no_longer_missing(
    other_report: Report, other_officer: Account, coordinator: Account
) -> None:
    accept(sent_by(other_report, other_officer), "", hand(coordinator))
    place = on_board(other_report.round)[other_report.unit.key]
    assert (place.standing, place.is_missing) == (Standing.ACCEPTED, False)


def test_a_unit_no_longer_asked_owes_nothing(report: Report) -> None:
    put(report, required=False)
    place = on_board(report.round, LATE)[report.unit.key]
    assert (place.standing, place.is_missing, place.told, place.days_late) == (Standing.NOT_ASKED, False, "", 0)


def test_every_unit_is_counted_once(report: Report, other_report: Report) -> None:
    put(report, state="sent", sent_on=LAST_DAY)
    counts = counted(places_of(report.round, LATE))
    assert (counts[Standing.IN_TIME], counts[Standing.UNOPENED], sum(counts.values())) == (1, 2, 3)


def test_the_tally_of_a_round_agrees_with_its_board(report: Report, other_report: Report) -> None:
    put(report, state="accepted", sent_on=LATE)
    put(other_report, required=False)
    assert tallies_of([report.round], LATE) == {report.round_id: Tally(asked=2, received=1, overdue=1)}


def test_the_board_asks_as_often_for_many_units_as_for_few(quarter: Round, province: Unit) -> None:
    places_of(quarter, LATE)
    with CaptureQueriesContext(connection) as few:
        places_of(quarter, LATE)
    units = [unit(f"xa-{number}", f"Xã {number}", kind=Kind.COMMUNE, parent=province) for number in range(230)]
    Report.objects.bulk_create(Report(round=quarter, unit=each, sender="commune", due_on=LAST_DAY) for each in units)
    places_of(quarter, LATE)
    with CaptureQueriesContext(connection) as many:
        assert len(places_of(quarter, LATE)) == 233
    assert len(many) == len(few)


def merged(*old: Unit, day: date) -> Unit:
    """One district follows the others from the day on; the timer has run."""
    decision = Reorganisation(key="nhap-huyen", title="Nghị quyết sắp xếp", effective_on=day)
    begun = Step("establish", "huyen-moi", name="Huyện Mới", kind="district", parent="tinh-mau", head_title="Chủ tịch")
    ended = [Step("end", each.key) for each in old]
    put_into_force(Order(decision, (begun, *ended), tuple(Follow("merge", each.key, "huyen-moi") for each in old)))
    follow_organisations(day)
    return Unit.objects.get(key="huyen-moi")


def test_units_merged_before_the_cut_off_are_not_asked_and_it_is_told_who_reports(
    quarter: Round, district: Unit, other_district: Unit
) -> None:
    new = merged(district, other_district, day=date(2022, 9, 1))
    board = on_board(quarter, LATE)
    assert [board[each.key].standing for each in (district, other_district)] == [Standing.NOT_ASKED] * 2
    assert (board[district.key].name, board[district.key].followers) == ("UBND huyện Mẫu", "UBND huyện Mới")
    assert board[new.key].standing == Standing.UNOPENED


def test_a_unit_merged_after_the_cut_off_still_owes_its_report_by_its_successor(
    quarter: Round, district: Unit, other_district: Unit
) -> None:
    merged(district, other_district, day=date(2022, 9, 17))
    place = on_board(quarter, LATE)[district.key]
    assert (place.is_overdue, place.followers) == (True, "UBND huyện Mới")
