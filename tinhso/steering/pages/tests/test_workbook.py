"""The list in Excel: what is seen, days as days, text as text."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db


def workbook(client: Client, programme: Programme, **query: str) -> ZipFile:
    answer = client.get(reverse("pages:task_workbook", args=(programme.pk,)), query)
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    return ZipFile(BytesIO(answer.content))


def test_it_holds_the_rows_that_the_list_shows(client: Client, officer: Account, programme: Programme) -> None:
    client.force_login(officer)
    words = workbook(client, programme, q="quy che").read("xl/sharedStrings.xml").decode()
    assert "Xây dựng Quy chế" in words
    assert "nhà trọ" not in words
    assert "Từ cần tìm: quy che" in words


def test_a_due_day_is_a_day_that_can_be_counted_with(client: Client, officer: Account, programme: Programme) -> None:
    client.force_login(officer)
    sheet = workbook(client, programme).read("xl/worksheets/sheet1.xml").decode()
    serial = (date(2022, 7, 31) - date(1899, 12, 30)).days
    assert re.search(rf"<v>{serial}</v>", sheet)


def test_a_task_that_looks_like_a_formula_stays_text(client: Client, officer: Account, programme: Programme) -> None:
    client.force_login(officer)
    book = workbook(client, programme)
    assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    assert "=1+1" in book.read("xl/sharedStrings.xml").decode()
