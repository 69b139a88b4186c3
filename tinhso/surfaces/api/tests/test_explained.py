"""The page that explains the API to people."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account

pytestmark = pytest.mark.django_db


def test_the_page_says_where_it_stands_and_leads_back_to_the_tokens(client: Client, citizen: Account) -> None:
    client.force_login(citizen)
    page = client.get(reverse("api:explained")).content.decode()
    crumbs = page.partition('<nav class="crumbs"')[2].partition("</nav>")[0]
    assert reverse("own:account") in crumbs
    assert reverse("systems:tokens") in crumbs
    assert client.get(reverse("systems:tokens")).status_code == 200
