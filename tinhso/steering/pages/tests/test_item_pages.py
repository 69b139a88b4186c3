"""The page of a task and of an indicator."""

import pytest
from django.test import Client

from tinhso.steering.pages.tests.reading import page
from tinhso.steering.programmes.models import Indicator, Programme, Task

pytestmark = pytest.mark.django_db


def test_a_task_tells_how_its_day_is_known(desk: Client, programme: Programme) -> None:
    stated = page(desk, "task", programme.pk, Task.objects.get(code="II.1").pk)
    assert "31/7/2022" in stated
    assert "“trong tháng 7/2022”" in stated
    inferred = page(desk, "task", programme.pk, Task.objects.get(code="II.3").pk)
    assert "Suy ra" in inferred


def test_an_indicator_tells_its_target_in_words_and_has_no_figure_yet(desk: Client, programme: Programme) -> None:
    shown = page(desk, "indicator", programme.pk, Indicator.objects.get(code="I.1").pk)
    assert "đạt ít nhất 85\N{NO-BREAK SPACE}%" in shown
    assert "chưa có số liệu" in shown
    assert "Giám đốc Sở Thông tin và Truyền thông" in shown


def test_what_a_new_version_left_out_says_so(desk: Client, programme: Programme) -> None:
    task = Task.objects.get(code="II.1")
    Task.objects.filter(pk=task.pk).update(withdrawn_at=programme.created_at)
    assert "không còn trong bản mới" in page(desk, "task", programme.pk, task.pk)
