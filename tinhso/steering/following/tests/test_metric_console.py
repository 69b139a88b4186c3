"""``tinhso metric``: what is counted, a tie and a count, by a person who may."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Tie
from tinhso.steering.following.actions.record_duty import record_duty
from tinhso.steering.following.console.metric import run
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.tests.duties import MAY_9, issued
from tinhso.steering.programmes.models import Duty

pytestmark = pytest.mark.django_db
Capture = pytest.CaptureFixture[str]


def test_it_tells_what_is_counted_and_how(capsys: Capture) -> None:
    run([])
    run(["ban-hanh-dung-han"])
    told = capsys.readouterr().out
    assert "ban-hanh-dung-han" in told
    assert "1 từ 01/01/2022: Mẫu số" in told


def test_a_duty_is_counted_and_kept(
    capsys: Capture, duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    days = [duty.programme.code, "01/01/2022", "01/6/2022"]
    run(["ban-hanh-dung-han", "--count", *days, "--by", coordinator.username])
    assert capsys.readouterr().out == f"duty/{duty.pk}: 1/3, phiên bản 1\n"
    assert Count.objects.get().counted_by == coordinator


def test_an_indicator_is_tied_from_a_day_on(capsys: Capture, duty: Duty, coordinator: Account) -> None:
    words = [duty.programme.code, "I.2", "01/6/2022"]
    run(["bao-cao-truc-tuyen", "--tie", *words, "--by", coordinator.username])
    tie = Tie.objects.get()
    assert (tie.metric, tie.from_on, tie.tied_by) == ("bao-cao-truc-tuyen", date(2022, 6, 1), coordinator)
    run(["--count", duty.programme.code, "01/6/2022", "30/6/2022", "--by", coordinator.username])
    assert "I.2: 0/0, phiên bản 1; 0 số liệu" in capsys.readouterr().out
