"""The coordinator decides on a screen who goes on with work; what is wrong is said and nothing ticked is lost."""

from datetime import date

import pytest
from django.test import Client

from tests.cast import administrator, coordinator, department_in_charge, district, officer, province
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Reorganisation
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Order, Step
from tinhso.steering.pages.tests.conftest import bodies, desk, files, programme
from tinhso.steering.programmes.models import Handover, Programme, Task

__all__ = [
    "administrator", "bodies", "coordinator", "department_in_charge", "desk", "district", "files", "officer",
    "programme", "province",
]  # fmt: skip

pytestmark = pytest.mark.django_db
ENDED = date(2022, 9, 1)


@pytest.fixture
def place(programme: Programme) -> str:
    """Sở TT&TT ends on 01/9/2022 without a successor; its work goes to the province, marked."""
    decision = Reorganisation(key="giai-the", title="Giải thể", effective_on=ENDED)
    put_into_force(Order(decision, (Step("end", "so-tttt"),)))
    return f"/chuong-trinh/{programme.pk}/giao-tiep"


def lead() -> int:
    return Task.objects.get(code="II.1").assignments.get(role="lead").pk


def test_work_of_a_dissolved_department_is_listed_with_the_reason(desk: Client, place: str) -> None:
    shown = desk.get(f"{place}?ngay=2022-10-01").content.decode()
    assert "Đơn vị kết thúc hoạt động, cấp trên tiếp nhận" in shown
    assert "UBND tỉnh Mẫu" in shown


def test_the_page_of_a_task_names_who_took_it_over_beside_the_words_of_the_plan(
    desk: Client, place: str, programme: Programme
) -> None:
    page = f"/chuong-trinh/{programme.pk}/nhiem-vu/{Task.objects.get(code='II.1').pk}"
    shown = desk.get(f"{page}?ngay=2022-10-01").content.decode()
    assert "Giám đốc Sở Thông tin và Truyền thông" in shown
    assert "Tiếp nhận: " in shown
    assert "Tiếp nhận: " not in desk.get(f"{page}?ngay=2022-08-01").content.decode()


def test_what_is_ticked_is_given_to_the_unit_that_is_typed(desk: Client, place: str) -> None:
    sent = {"assignment": [lead()], "taker": "cong an", "effective_on": "01/9/2022", "reason": "Biên bản bàn giao"}
    shown = desk.post(f"{place}?ngay=2022-10-01", sent, follow=True).content.decode()
    assert "Đã ghi giao tiếp 1 việc." in shown
    assert Handover.objects.get().assignment_id == lead()


def test_without_a_reason_it_is_said_and_the_ticks_stay(desk: Client, place: str) -> None:
    response = desk.post(f"{place}?ngay=2022-10-01", {"assignment": [lead()], "effective_on": "01/9/2022"})
    assert response.status_code == 422
    assert f'value="{lead()}" checked' in response.content.decode()


def test_ticked_without_a_unit_it_is_said_that_there_is_nothing_to_give_back(desk: Client, place: str) -> None:
    sent = {"assignment": [lead()], "effective_on": "01/9/2022", "reason": "Thử"}
    assert "Hãy chọn đơn vị tiếp nhận" in desk.post(f"{place}?ngay=2022-10-01", sent).content.decode()
    assert not Handover.objects.exists()


def test_an_officer_is_told_that_he_may_not(client: Client, officer: Account, place: str) -> None:
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(place).status_code == 403
