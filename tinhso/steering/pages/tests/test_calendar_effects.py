"""Whoever enters a day off sees first which deadlines it moves."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.dates import write_date
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


def test_before_it_is_saved_one_sees_which_deadlines_move(desk: Client, programme: Programme) -> None:
    today = timezone.localdate()
    Task.objects.filter(programme=programme, code="II.1").update(due_on=today + timedelta(days=60))
    day = next(
        each
        for each in (today + timedelta(days=count) for count in range(1, 30))
        if office_calendar().is_working_day(each)
    )
    sent = {"first": write_date(day), "effect": "off", "occasion": "other", "reason": "Nghỉ", "deed": "preview"}
    shown = unescape(desk.post("/quan-tri/lich/ngay-moi", sent).content.decode())
    assert "1 thời hạn đang mở" in shown
    assert "Nhiệm vụ II.1" in shown
    assert not DecidedDay.objects.exists()
