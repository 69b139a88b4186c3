"""Every door asks who you are, but for those listed here by name with a reason."""

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from pytest_django import Settings

from tests.house.routes import Route, routes
from tinhso.surfaces.web.shell.navigation import entries

#: Open without an account, and why.
PUBLIC = {
    "web:sign_in": "here one says who one is",
    "door:forgotten": "here one asks for a link, without being in",
    "door:link": "the word of the link is the proof",
    "door:own_password": "a step of the sign-in, after the password",
    "door:onward": "from the recovery codes to what comes next, in the sign-in",
    "door:provider": "the way to a provider outside, before one is in",
    "door:provider_back": "back from there; the provider's signed word is the proof",
    "door:second_step": "a step of the sign-in, after the password",
    "door:set_up": "a step of the sign-in, where the role asks for one",
    "feed:calendar": "a calendar program signs in nowhere: the address holds a word that nobody guesses",
    "letters:off": "whoever holds a letter may want no more of them; its signed word opens nothing else",
    "open_page:programmes": "what is marked public, for anybody",
    "open_page:programme": "what is marked public, for anybody; the rest does not exist here",
    "web:health": "asked by the machine that watches the service; tells nothing but that it lives",
}


#: Answers to a button, and a file: pages of their own they have none.
ANSWERS = {
    *("pages:accept_indicator", "pages:accept_task", "pages:accept_everything", "pages:choose_owner"),
    "work:evidence",
}


def test_every_page_of_a_programme_marks_a_word_at_the_left() -> None:
    marked = tuple(view for entry in entries() for view in entry.views)
    pages = [route for route in routes() if "programme" in route.keys and not route.address.startswith("/api/")]
    lost = {route.name for route in pages if not route.name.startswith(marked)}
    assert lost - ANSWERS == set()


def test_no_page_marks_two_words_at_the_left() -> None:
    """One looks at one thing at a time."""
    words = {route.name: [each.label for each in entries() if route.name.startswith(each.views)] for route in routes()}
    assert {name: marked for name, marked in words.items() if len(marked) > 1} == {}


def private() -> list[Route]:
    """Pages that ask who you are; the operations of the API answer in their own way (surfaces/api/tests)."""
    return [route for route in routes() if route.name not in PUBLIC and not route.address.startswith("/api/")]


def test_only_the_listed_routes_are_public() -> None:
    assert {route.name for route in routes() if not route.needs_account} == set(PUBLIC)


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_sign_in_from_every_other_route(client: Client) -> None:
    answers = {route.name: client.get(route.address) for route in private()}
    doors = {name: answer.headers.get("Location", "").partition("?")[0] for name, answer in answers.items()}
    assert doors == {route.name: resolve_url(settings.LOGIN_URL) for route in private()}


@pytest.mark.django_db
def test_a_stranger_cannot_send_anything_either(client: Client) -> None:
    answers = {route.name: client.post(route.address).status_code for route in private()}
    assert answers == {route.name: 302 for route in private()}


@pytest.mark.django_db
def test_every_answer_carries_the_strict_policy(client: Client) -> None:
    policy = client.get(resolve_url(settings.LOGIN_URL)).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize(("behind_proxy", "expected"), [(True, "10.1.2.3"), (False, "127.0.0.1")])
def test_a_visitor_cannot_write_the_address_he_comes_from(
    client: Client, settings: Settings, behind_proxy: bool, expected: str
) -> None:
    settings.HTTPS = behind_proxy
    answer = client.get(resolve_url(settings.LOGIN_URL), headers={"X-Forwarded-For": "6.6.6.6, 10.1.2.3"})
    assert answer.wsgi_request.META["REMOTE_ADDR"] == expected
