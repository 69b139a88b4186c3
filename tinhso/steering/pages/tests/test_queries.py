"""A page asks the database the same number of times, however much the programme holds."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.large import large_programme
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db
PAGES = {
    "board": "",
    "tasks": "",
    "tasks grouped": "?nhom=don_vi",
    "indicators": "",
    "plan_text": "",
    "task_workbook": "",
}


def asked(client: Client, programme: Programme, page: str) -> int:
    """How many queries the page makes when it is opened again."""
    address = reverse(f"pages:{page.partition(' ')[0]}", args=(programme.pk,)) + PAGES[page]
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_thousand_tasks_ask_no_more_than_twenty(client: Client, officer: Account, bodies: list[Unit]) -> None:
    small = large_programme(tasks=20, indicators=5, units=8)
    large = large_programme(tasks=1_000, indicators=100, units=230)
    client.force_login(officer)
    counts = {page: (asked(client, small, page), asked(client, large, page)) for page in PAGES}
    assert {page: few for page, (few, _many) in counts.items()} == {page: many for page, (_few, many) in counts.items()}
    assert max(many for _few, many in counts.values()) < 50


@pytest.mark.parametrize("kind", ["task", "indicator"])
def test_the_page_of_an_item_asks_a_bounded_number(
    client: Client, officer: Account, programme: Programme, kind: str
) -> None:
    client.force_login(officer)
    item = getattr(programme, f"{kind}s").first()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse(f"pages:{kind}", args=(programme.pk, item.pk))).status_code == 200
    assert len(queries) < 40
