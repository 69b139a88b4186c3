"""Đơn vị nào đã ban hành: recorded, returned, counted on the screen."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.record_duty import record_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.following.tests.duties import MAY_9, MAY_11, issued
from tinhso.steering.programmes.models import Duty

pytestmark = pytest.mark.django_db


def address(duty: Duty, tail: str = "") -> str:
    return f"/chuong-trinh/{duty.programme_id}/che-do-bao-cao/{duty.pk}{tail}"


def told(client: Client, duty: Duty, tail: str = "") -> str:
    """The words of the page, without tags."""
    answer = client.get(address(duty, tail))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def sent(unit: Unit, **more: object) -> dict[str, object]:
    """The form, with a file that can be read once."""
    file = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.4 ke hoach")
    days = {"issued_on": "09/5/2022", "sent_on": "09/5/2022"}
    return {"unit": str(unit.pk), "kind": "KH", "number": "15/KH-UBND", **days, "file": file, **more}


def test_an_officer_records_what_his_unit_has_issued(
    client: Client, duty: Duty, district: Unit, officer: Account
) -> None:
    client.force_login(officer)
    assert client.post(address(duty, "/ghi"), sent(district)).status_code == 302
    page = told(client, duty, "?ngay=2022-06-01")
    assert "33,3 % 1/3 đơn vị phải ban hành" in page.replace("\xa0", " ")
    assert "Kế hoạch số 15/KH-UBND ngày 09/5/2022" in page


def test_a_form_sent_twice_records_once(client: Client, duty: Duty, district: Unit, officer: Account) -> None:
    client.force_login(officer)
    for _ in range(2):
        assert client.post(address(duty, "/ghi"), sent(district, once="a" * 32)).status_code == 302
    assert DutyPaper.objects.count() == 1


def test_a_correction_keeps_the_file(client: Client, duty: Duty, district: Unit, officer: Account) -> None:
    first = record_duty(duty, district, issued(MAY_11), hand=Hand(officer))
    client.force_login(officer)
    assert "Sửa văn bản đã ghi" in told(client, duty, f"/ghi?don_vi=u{district.pk}")
    form = {**sent(district, ve=str(first.pk)), "file": ""}
    assert client.post(address(duty, "/ghi"), form).status_code == 302
    stands = DutyPaper.objects.in_force().get()
    assert (stands.corrects, stands.document.issued_on, stands.document.file) == (first, MAY_9, first.document.file)


def test_what_is_wrong_is_told_in_the_form(client: Client, duty: Duty, district: Unit, officer: Account) -> None:
    client.force_login(officer)
    answer = client.post(address(duty, "/ghi"), sent(district, sent_on="01/5/2022"))
    assert (answer.status_code, "Ngày gửi không thể trước ngày ban hành." in answer.content.decode()) == (422, True)


def test_the_department_returns_it_and_says_why(
    client: Client, duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    paper = record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    client.force_login(coordinator)
    back = f"/chuong-trinh/{duty.programme_id}/van-ban-don-vi/{paper.pk}/tra-lai"
    assert client.post(back, {"reason": "Thiếu phụ lục"}).status_code == 302
    page = told(client, duty, "?tinh_trang=returned")
    assert "Bị trả lại Thiếu phụ lục" in page


def test_the_share_is_kept_and_opens_to_its_records(
    client: Client, duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    client.force_login(coordinator)
    assert client.post(address(duty, "/dem")).status_code == 302
    page = client.get(f"/phep-dem/lan-dem/{Count.objects.get().pk}").content.decode()
    assert "KH-UBND" in page
    assert f'href="{address(duty)}"' in page
    whole = client.get(f"/phep-dem/lan-dem/{Count.objects.get().pk}?phan=mau").content.decode()
    assert whole.count("<tr>") == 1 + 3
