"""The own account: where one is signed in, and ending it elsewhere."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account, Session

pytestmark = pytest.mark.django_db
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.fixture
def two_places(officer: Account) -> tuple[Client, Client]:
    """At the office and at home."""
    officer.set_password("mot-mat-khau-rieng-7")
    officer.save()
    places = Client(headers={"User-Agent": AGENT}), Client()
    for place in places:
        place.post(reverse("web:sign_in"), {"username": "officer", "password": "mot-mat-khau-rieng-7"})
    return places


def page(client: Client) -> str:
    return unescape(client.get(reverse("own:account")).content.decode())


def test_every_place_is_listed_and_this_one_is_marked(two_places: tuple[Client, Client]) -> None:
    assert "Edge trên Windows" in page(two_places[0])
    assert page(two_places[0]).count("Phiên này") == 1
    assert "127.0.0.1" in page(two_places[0])


def test_ending_the_others_leaves_this_one(two_places: tuple[Client, Client]) -> None:
    here, there = two_places
    here.post(reverse("own:sessions"))
    statuses = [client.get(reverse("own:account")).status_code for client in (here, there)]
    assert statuses == [200, 302]


def test_nobody_ends_the_session_of_another(two_places: tuple[Client, Client], other_officer: Account) -> None:
    stranger = Client()
    stranger.force_login(other_officer)
    theirs = Session.objects.filter(account__username="officer").values_list("pk", flat=True)[0]
    stranger.post(reverse("own:sessions"), {"session": theirs})
    assert Session.objects.filter(pk=theirs).exists()


def test_a_new_password_ends_the_other_places(two_places: tuple[Client, Client]) -> None:
    here, there = two_places
    fresh = {"new_password1": "mat-khau-moi-hoan-toan-8", "new_password2": "mat-khau-moi-hoan-toan-8"}
    here.post(reverse("web:change_password"), {"old_password": "mot-mat-khau-rieng-7", **fresh})
    statuses = [client.get(reverse("own:account")).status_code for client in (here, there)]
    assert statuses == [200, 302]
