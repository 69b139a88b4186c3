"""A page that is carried away: all its rows, for whoever may see the page, and nothing where there is no table."""

from collections.abc import Sequence

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.models import Letter
from tinhso.lib.workbook.reading import Cell, read_workbook
from tinhso.surfaces.web.carrying import asking

pytestmark = pytest.mark.django_db
HEAD_AND_MORE = 60


@pytest.fixture
def letters(officer: Account) -> int:
    """More than a page shows, one with words that look like a formula."""
    words = {"kind": "digest", "text": "Nhắc", "html": "<p>Nhắc</p>", "state": Letter.State.KEPT, "account": officer}
    for number in range(HEAD_AND_MORE):
        Letter.objects.create(key=f"mau:{number}", subject=f"=Nhắc {number}", **words)
    return HEAD_AND_MORE


def rows(client: Client, address: str) -> Sequence[Sequence[Cell]]:
    return read_workbook(client.get(address).content, "bang.xlsx")[0].rows


def test_the_workbook_has_the_rows_of_all_pages(client: Client, officer: Account, letters: int) -> None:
    client.force_login(officer)
    told = [str(row[0]) for row in rows(client, reverse("letters:mailbox") + "?xlsx=thu&page=2")]
    assert [words for words in told if words.startswith("=")] == [f"=Nhắc {n}" for n in reversed(range(letters))]
    assert told[0] == "Hộp thư của tôi"
    assert len(client.get(reverse("letters:mailbox")).context["page"].object_list) < letters


def test_a_filter_is_told_in_the_file_and_holds_in_it(client: Client, administrator: Account, letters: int) -> None:
    client.force_login(administrator)
    kept = rows(client, reverse("letters:sent") + "?xlsx=thu&state=kept")
    assert "Tình trạng: " in str(kept[1][0])
    assert len([row for row in kept if str(row[0]).startswith("=")]) == letters
    assert client.get(reverse("letters:sent") + "?xlsx=thu&state=waiting").status_code == 404


def test_a_list_that_goes_on_says_so_in_the_file(
    client: Client, officer: Account, letters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(officer)
    assert not [row for row in rows(client, reverse("letters:mailbox") + "?xlsx=thu") if "dòng đầu" in str(row[0])]
    monkeypatch.setattr(asking, "MOST_ROWS", 20)
    told = [str(row[0]) for row in rows(client, reverse("letters:mailbox") + "?xlsx=thu")]
    assert [words for words in told if "dòng đầu: hãy lọc bớt" in words]
    assert len([words for words in told if words.startswith("=")]) == 20


def test_what_the_page_refuses_stays_refused(client: Client, officer: Account) -> None:
    assert client.get(reverse("letters:sent") + "?xlsx=thu").status_code == 302
    client.force_login(officer)
    assert client.get(reverse("letters:sent") + "?xlsx=thu").status_code == 403
    assert client.get(reverse("letters:sent") + "?xlsx=thu").headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("name", ["khac", "", "x' or '1'='1", "../thu"])
def test_a_name_that_is_no_table_is_not_found(client: Client, officer: Account, letters: int, name: str) -> None:
    client.force_login(officer)
    assert client.get(reverse("letters:mailbox"), {"xlsx": name}).status_code == 404


def test_for_a_name_that_can_be_none_no_page_is_made(client: Client, officer: Account) -> None:
    """Not even to say that it is refused."""
    client.force_login(officer)
    assert client.get(reverse("letters:sent"), {"xlsx": "../thu"}).status_code == 404


def test_the_links_of_the_page_do_not_carry_the_parameter_on(client: Client, officer: Account, letters: int) -> None:
    client.force_login(officer)
    page = client.get(reverse("letters:mailbox") + "?page=2").content.decode()
    assert 'href="?xlsx=thu"' in page
    assert "page=1&amp;xlsx" not in page


def test_an_operation_of_the_api_knows_no_such_parameter(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert client.get("/api/v1/programmes?xlsx=thu").status_code == 400
