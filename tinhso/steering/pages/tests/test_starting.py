"""A document that was read becomes a programme, once."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.steering.programmes.models import (
    PlanDocument,
    Programme,
)

pytestmark = pytest.mark.django_db


def test_a_programme_is_started_with_name_and_period_filled_in_beforehand(desk: Client, document: PlanDocument) -> None:
    address = reverse("pages:start", args=(document.pk,))
    form = desk.get(address).context["form"]
    assert form.initial["name"] == document.title
    sent = {"name": "Chuyển đổi số 2022", "unit": "", "starts_on": "01/01/2022", "ends_on": "31/12/2022"}
    answer = desk.post(address, sent)
    programme = Programme.objects.get()
    assert answer.headers["Location"] == reverse("review:screen", args=(programme.pk,))
    assert (programme.name, programme.indicators.count()) == ("Chuyển đổi số 2022", 18)


def test_a_second_click_on_start_makes_no_second_programme(desk: Client, document: PlanDocument) -> None:
    address = reverse("pages:start", args=(document.pk,))
    sent = {"name": "Chuyển đổi số 2022", "unit": "", "starts_on": "01/01/2022", "ends_on": "31/12/2022"}
    desk.post(address, sent)
    again = desk.post(address, sent)
    assert "đã lập thành chương trình" in again.content.decode()
    assert Programme.objects.count() == 1


def test_a_period_that_ends_before_it_begins_is_told_and_the_name_kept(desk: Client, document: PlanDocument) -> None:
    sent = {"name": "Tên tôi gõ", "unit": "", "starts_on": "31/12/2022", "ends_on": "01/01/2022"}
    answer = desk.post(reverse("pages:start", args=(document.pk,)), sent)
    assert answer.status_code == 422
    assert "không thể kết thúc trước ngày bắt đầu" in answer.content.decode()
    assert "Tên tôi gõ" in answer.content.decode()
