"""Each person chooses the columns of a programme's list; Excel holds exactly those."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.task_columns import COLUMNS
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db


def heads(client: Client, address: str, **query: str | list[str]) -> list[str]:
    page = unescape(client.get(address, query).content.decode())
    head = re.search(r"<thead>(.*?)</thead>", page, re.DOTALL)
    assert head
    found = re.findall(r"<th[^>]*>(.*?)</th>", head[1], re.DOTALL)
    words = [re.sub(r"<[^>]+>", "", each).strip() for each in found]
    return [each for each in words if each != "Chọn"]


def choose(client: Client, programme: Programme, *keys: str) -> str:
    address = reverse("views:columns", args=(programme.pk,))
    return client.post(address, {"cot": list(keys), "query": "tinh_trang=chua&cot=ma"}).headers["Location"]


def test_the_columns_chosen_are_remembered_for_the_person(
    client: Client, tasks: str, programme: Programme, other_officer: Account
) -> None:
    assert choose(client, programme, "san_pham", "thoi_han").endswith("?tinh_trang=chua")
    assert heads(client, tasks, q="") == ["Nhiệm vụ", "Sản phẩm", "Thời hạn"]
    client.force_login(other_officer)
    assert heads(client, tasks)[0] == "Mã"


def test_an_address_may_bring_its_own_columns(client: Client, tasks: str) -> None:
    assert heads(client, tasks, cot=["ma", "duyet"]) == ["Mã", "Nhiệm vụ", "Duyệt"]
    assert heads(client, tasks, cot="khong-co")[0] == "Mã"


def test_no_column_chosen_brings_the_usual_ones_back(client: Client, tasks: str, programme: Programme) -> None:
    usual = heads(client, tasks)
    choose(client, programme, "duyet")
    choose(client, programme)
    assert heads(client, tasks, q="") == usual


def test_every_column_can_be_drawn_and_written(client: Client, tasks: str) -> None:
    everything = [column.key for column in COLUMNS]
    assert heads(client, tasks, cot=everything) == [column.label for column in COLUMNS]
    assert "đề xuất tự động" in client.get(tasks, {"cot": everything}).content.decode()


def test_excel_holds_the_columns_that_are_seen(client: Client, tasks: str, programme: Programme) -> None:
    choose(client, programme, "ma", "chu_tri")
    answer = client.get(reverse("pages:task_workbook", args=(programme.pk,)))
    words = ZipFile(BytesIO(answer.content)).read("xl/sharedStrings.xml").decode()
    assert "Chủ trì" in words
    assert "Tình trạng" not in words
