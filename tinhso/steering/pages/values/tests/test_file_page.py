"""A file of figures is looked into on its page, then entered."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.importing import asking
from tinhso.steering.figures.models import FigureLoad, Measure, Value
from tinhso.steering.figures.queue import load_figures
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
HEAD = "chi_tieu,don_vi,tu_ngay,den_ngay,tu_so,mau_so\n"
GOOD = f"{HEAD}I.2,huyen-mau,01/01/2022,14/6/2022,1,2\nI.2,huyen-khac,01/01/2022,14/6/2022,3,4\n"


@pytest.fixture(autouse=True)
def at_the_desk(client: Client, coordinator: Account, measure: Measure) -> None:
    client.force_login(coordinator)


def sent(client: Client, indicator: Indicator, text: str) -> tuple[str, str]:
    """Where the file's own page is, and what it says."""
    file = SimpleUploadedFile("quy-2.csv", text.encode())
    answer = client.post(reverse("values:load", args=(indicator.programme_id,)), {"file": file}, follow=True)
    return answer.redirect_chain[-1][0], answer.content.decode()


def test_what_a_file_holds_is_shown_then_it_is_entered(
    client: Client, coordinator: Account, indicator: Indicator
) -> None:
    address, page = sent(client, indicator, GOOD)
    assert ("Nạp 2 số liệu" in page, Value.objects.exists()) == (True, False)
    assert "Đã nạp 2 số liệu" in client.post(address, follow=True).content.decode()
    assert set(Value.objects.values_list("entered_by", flat=True)) == {coordinator.pk}
    assert "quy-2.csv" in client.get(reverse("values:load", args=(indicator.programme_id,))).content.decode()


def test_a_second_click_enters_nothing_twice(client: Client, indicator: Indicator) -> None:
    address, _page = sent(client, indicator, GOOD)
    client.post(address)
    assert "Đã nạp 2 số liệu" in client.post(address, follow=True).content.decode()
    assert Value.objects.count() == 2


def test_every_wrong_line_is_told_and_nothing_can_be_entered(client: Client, indicator: Indicator) -> None:
    wrong = "I.9,huyen-mau,01/01/2022,14/6/2022,1,2\nI.2,la,1/1/2022,1/1/2022,1,2\n"
    address, page = sent(client, indicator, GOOD + wrong)
    assert "Dòng 4: không có chỉ tiêu mã “I.9”" in page
    assert "Dòng 5: không có đơn vị mã “la”" in page
    assert "Nạp 2 số liệu" not in page
    client.post(address)
    assert not Value.objects.exists()


def test_a_file_of_something_else_is_refused_with_a_sentence(client: Client, indicator: Indicator) -> None:
    _address, page = sent(client, indicator, "tên;tuổi\nAn;7\n")
    assert "các cột phải là" in page


def test_an_officer_of_a_unit_loads_no_file(client: Client, officer: Account, indicator: Indicator) -> None:
    client.force_login(officer)
    file = SimpleUploadedFile("quy-2.csv", GOOD.encode())
    assert client.post(reverse("values:load", args=(indicator.programme_id,)), {"file": file}).status_code == 403


@pytest.fixture
def long_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is one that the person does not wait for."""
    monkeypatch.setattr(asking, "AT_ONCE", 0)


@pytest.mark.usefixtures("long_files")
def test_a_long_file_goes_on_while_the_page_is_closed(client: Client, indicator: Indicator) -> None:
    address, page = sent(client, indicator, GOOD)
    assert "Chờ đến lượt" in page
    assert 'hx-trigger="every 1s"' in page
    load = FigureLoad.objects.get()
    load_figures.call(load.pk)
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert ("Nạp 2 số liệu" in part, "<html" in part, "hx-trigger" in part) == (True, False, False)
    client.post(address)
    assert not Value.objects.exists()
    load_figures.call(load.pk)
    assert "Đã nạp 2 số liệu" in client.get(address).content.decode()


@pytest.mark.usefixtures("long_files")
def test_what_was_stopped_enters_nothing(client: Client, indicator: Indicator) -> None:
    address, _page = sent(client, indicator, GOOD)
    page = client.post(f"{address}/huy", follow=True).content.decode()
    assert "Đã hủy" in page
    load_figures.call(FigureLoad.objects.get().pk)
    assert "Đã hủy" in client.get(address).content.decode()
    assert not Value.objects.exists()
