"""Owners keep the words of the plan and tell whom they mean on the day."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.tests.reading import page
from tinhso.steering.programmes.models import (
    Assignment,
    Candidate,
    Programme,
    Task,
)

pytestmark = pytest.mark.django_db


def test_owners_keep_the_plan_s_words_and_lead_to_their_units(
    desk: Client, programme: Programme, bodies: list[Unit]
) -> None:
    shown = page(desk, "task", programme.pk, Task.objects.get(code="II.3").pk)
    assert re.search(rf'href="{reverse("units:unit", args=("cong-an",))}[^"]*">Giám đốc Công an tỉnh</a>', shown)


def test_a_group_tells_which_units_it_means_on_the_day(desk: Client, programme: Programme) -> None:
    shown = page(desk, "task", programme.pk, Task.objects.get(code="II.4").pk)
    assert "Công an tỉnh, Sở" in shown


def test_an_unsure_name_offers_choices_and_a_person_decides(
    desk: Client, programme: Programme, bodies: list[Unit]
) -> None:
    unsure = Assignment.objects.filter(task__code="II.3")
    unsure.update(certainty="unsure", unit=None, post=None, group=None)
    named = unsure.get()
    Candidate.objects.create(assignment=named, place=0, unit=bodies[1])
    shown = page(desk, "task", programme.pk, named.task_id or 0)
    choose = reverse("pages:choose_owner", args=(programme.pk, named.pk))
    assert choose in shown
    desk.post(choose, {"candidate": 0, "version": named.version})
    named.refresh_from_db()
    assert (named.unit, named.certainty, named.wording) == (bodies[1], "certain", "Giám đốc Công an tỉnh")
