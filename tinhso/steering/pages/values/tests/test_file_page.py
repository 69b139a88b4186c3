"""A file of figures is looked into on its page, then entered."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
HEAD = "chi_tieu,don_vi,tu_ngay,den_ngay,tu_so,mau_so\n"
GOOD = f"{HEAD}I.2,huyen-mau,01/01/2022,14/6/2022,1,2\nI.2,huyen-khac,01/01/2022,14/6/2022,3,4\n"


def sent(client: Client, indicator: Indicator, text: str) -> tuple[int, str]:
    file = SimpleUploadedFile("quy-2.csv", text.encode())
    answer = client.post(reverse("values:load", args=(indicator.programme_id,)), {"file": file})
    return answer.status_code, answer.content.decode()


def test_what_a_file_holds_is_shown_then_it_is_entered(
    client: Client, coordinator: Account, indicator: Indicator, measure: Measure
) -> None:
    client.force_login(coordinator)
    code, page = sent(client, indicator, GOOD)
    assert (code, "Nạp 2 số liệu" in page, Value.objects.exists()) == (200, True, False)
    found = re.search(r'name="tep" value="(\d+)"', page)
    assert found
    address = reverse("values:load", args=(indicator.programme_id,))
    page = client.post(address, {"tep": found[1]}, follow=True).content.decode()
    assert "Đã nạp 2 số liệu" in page
    assert set(Value.objects.values_list("entered_by", flat=True)) == {coordinator.pk}


def test_every_wrong_line_is_told_and_nothing_can_be_entered(
    client: Client, coordinator: Account, indicator: Indicator, measure: Measure
) -> None:
    client.force_login(coordinator)
    code, page = sent(
        client, indicator, f"{GOOD}I.9,huyen-mau,01/01/2022,14/6/2022,1,2\nI.2,la,1/1/2022,1/1/2022,1,2\n"
    )
    assert code == 422
    assert "Dòng 4: không có chỉ tiêu mã “I.9”" in page
    assert "Dòng 5: không có đơn vị mã “la”" in page
    assert 'name="tep"' not in page


def test_a_file_of_something_else_is_refused_with_a_sentence(
    client: Client, coordinator: Account, indicator: Indicator, measure: Measure
) -> None:
    client.force_login(coordinator)
    code, page = sent(client, indicator, "tên;tuổi\nAn;7\n")
    assert (code, "các cột phải là" in page) == (422, True)


def test_an_officer_of_a_unit_loads_no_file(
    client: Client, officer: Account, indicator: Indicator, measure: Measure
) -> None:
    client.force_login(officer)
    assert sent(client, indicator, GOOD)[0] == 403
