"""The missing are reminded and what came in time is taken by other systems, as by the board's two buttons."""

import pytest
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.reporting.tests.conftest import Call
from tinhso.steering.api.reporting.tests.test_reports import post
from tinhso.steering.following.models import Notice
from tinhso.steering.reporting.models import Report, Round

pytestmark = pytest.mark.django_db


def test_each_missing_unit_is_reminded_once_a_day(
    caller: Call, coordinator: Account, officer: Account, quarter: Round
) -> None:
    department, missing = caller(coordinator), Report.objects.filter(round=quarter).count()
    status, told = post(department, f"/rounds/{quarter.pk}/reminders")
    assert (status, told["before"]) == (200, 0)
    assert told["now"] + told["unreachable"] == missing
    assert Notice.objects.filter(kind=Notice.Kind.REMINDED).values("thing").distinct().count() == told["now"] >= 1
    again = post(department, f"/rounds/{quarter.pk}/reminders")[1]
    assert again == {**told, "now": 0, "before": told["now"]}


def test_what_came_in_time_is_taken_and_what_came_late_waits(
    caller: Call, coordinator: Account, report: Report, other_report: Report
) -> None:
    department, address = caller(coordinator), f"/rounds/{report.round_id}/acceptance"
    assert post(department, address)[1]["code"] == "round.nothing_to_accept"
    Report.objects.filter(pk=report.pk).update(state=Report.State.SENT, sent_on=F("due_on"))
    Report.objects.filter(pk=other_report.pk).update(state=Report.State.SENT, sent_on="2022-09-29")
    assert post(department, address) == (200, {"accepted": 1})
    states = Report.objects.in_bulk([report.pk, other_report.pk])
    assert (states[report.pk].state, states[other_report.pk].state) == (Report.State.ACCEPTED, Report.State.SENT)


def test_a_unit_does_neither_and_learns_nothing_of_what_waits(caller: Call, officer: Account, quarter: Round) -> None:
    for deed in ("reminders", "acceptance"):
        assert post(caller(officer), f"/rounds/{quarter.pk}/{deed}")[0] == 403
