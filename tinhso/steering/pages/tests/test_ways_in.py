"""The ways to a programme: home and the search."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.steering.programmes.models import (
    Indicator,
    Programme,
    Task,
)

pytestmark = pytest.mark.django_db


def test_the_search_finds_indicators_tasks_and_documents(desk: Client, programme: Programme) -> None:
    found = desk.get("/tim-kiem", {"q": "bao cao"}).content.decode()
    assert reverse("pages:indicator", args=(programme.pk, Indicator.objects.get(code="I.2").pk)) in found
    assert reverse("pages:task", args=(programme.pk, Task.objects.get(code="II.1").pk)) in found


def test_with_one_programme_home_is_its_board(desk: Client, programme: Programme) -> None:
    assert desk.get("/").headers["Location"] == reverse("pages:board", args=(programme.pk,))
