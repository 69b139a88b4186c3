"""Rounds and reports at the command line: the same rules, in the name of the account that is told."""

import pytest

from tests.console import Capture, say, signed
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator, Programme
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.tests.conftest import CUT_OFF
from tinhso.steering.reporting.tests.test_writing import given_on, ratio

pytestmark = pytest.mark.django_db


def test_a_round_is_opened_in_somebodys_name(planned: Round, coordinator: Account, capsys: Capture) -> None:
    code, told, _ = say(capsys, "round", "open", str(planned.pk), "--by", "coordinator")
    assert (code, told.strip().endswith("Đang mở")) == (0, True)
    assert signed("reporting_roundevent") == ("coordinator", "lệnh round")


def test_the_rights_are_those_of_the_account(planned: Round, officer: Account, capsys: Capture) -> None:
    code, _, complaint = say(capsys, "round", "open", str(planned.pk), "--by", "officer")
    assert code != 0
    assert "không được" in complaint


def test_nothing_is_done_without_a_name_behind_it(planned: Round, capsys: Capture) -> None:
    assert say(capsys, "round", "open", str(planned.pk))[0] != 0
    planned.refresh_from_db()
    assert planned.state == "planned"


def test_the_plan_itself_orders_its_rounds(programme: Programme, coordinator: Account, capsys: Capture) -> None:
    code, told, _ = say(capsys, "round", "plan", programme.code, "--by", "coordinator")
    assert (code, len(told.splitlines())) == (0, 4)
    assert len(say(capsys, "round", "list", programme.code)[1].splitlines()) == 4


def test_the_board_counts_and_the_missing_are_named(
    report: Report, indicator: Indicator, district: Unit, head: Account, capsys: Capture
) -> None:
    given_on(indicator, district, CUT_OFF, said=ratio(4, 10), by=head)
    code, told, _ = say(capsys, "report", "nil", str(report.pk), "--by", "head")
    assert (code, told.splitlines()[0].endswith("huyen-mau: Đã gửi")) == (0, True)
    board = say(capsys, "round", "board", str(report.round_id))[1]
    assert "Đã gửi: 1/3" in board
    missing = say(capsys, "round", "missing", str(report.round_id))[1]
    assert ("huyen-mau" in missing, "huyen-khac" in missing) == (False, True)


def test_a_report_goes_to_the_head_and_to_the_department(
    report: Report,
    indicator: Indicator,
    district: Unit,
    officer: Account,
    head: Account,
    coordinator: Account,
    capsys: Capture,
) -> None:
    given_on(indicator, district, CUT_OFF, said=ratio(4, 10), by=head)
    number = str(report.pk)
    say(capsys, "report", "nil", number, "--by", "officer")
    say(capsys, "report", "approve", number, "--by", "head")
    assert "Đã tiếp nhận" in say(capsys, "report", "accept", number, "--by", "coordinator")[1]
    code, _, complaint = say(capsys, "report", "return", number, "--by", "coordinator")
    assert (code != 0, "Hãy ghi lý do." in complaint) == (True, True)
    assert "Bị trả lại" in say(capsys, "report", "return", number, "--words", "Xem lại", "--by", "coordinator")[1]
    assert Value.objects.count() == 1


def test_what_is_not_there_is_told_so(programme: Programme, capsys: Capture) -> None:
    assert "Không có kỳ báo cáo số 99." in say(capsys, "round", "board", "99")[2]
    assert "Không có báo cáo số 99." in say(capsys, "report", "show", "99")[2]
