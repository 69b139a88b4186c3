"""The board of a programme tells of the rounds that take reports, and leads to theirs."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.tests.conftest import LAST_DAY


def told(client: Client, programme: Programme) -> str:
    page = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    return re.sub(r"<[^>]+>", "", page)


@pytest.mark.parametrize("who", ["chair", "officer"])
def test_an_open_round_is_told_with_what_is_in_and_what_is_missing(
    client: Client, request: pytest.FixtureRequest, quarter: Round, report: Report, programme: Programme, who: str
) -> None:
    Report.objects.filter(pk=report.pk).update(state="sent", sent_on=LAST_DAY)
    account: Account = request.getfixturevalue(who)
    client.force_login(account)
    words = "Báo cáo quý III năm 2022 đang mở: 1/3 đơn vị đã gửi, 2 còn thiếu (2 quá hạn)."
    assert words in told(client, programme)
    board = reverse("rounds:board", args=(programme.pk, quarter.pk))
    page = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    assert f'<a href="{board}?tinh_trang=thieu">' in page
    missing = client.get(f"{board}?tinh_trang=thieu").context["found"].shown
    assert {each.report.pk for each in missing} == set(
        Report.objects.exclude(pk=report.pk).values_list("pk", flat=True)
    )


def test_a_round_that_takes_nothing_is_not_told(client: Client, planned: Round, chair: Account) -> None:
    client.force_login(chair)
    programme = planned.asks.get().programme
    assert "đang mở" not in told(client, programme)
    Round.objects.update(state="closed")
    assert "đang mở" not in told(client, programme)
