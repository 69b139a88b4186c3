"""Whom a door refuses with "no such thing" (404) and whom with "you may not" (403), and that neither is a hint."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.furnished import Keys, addresses
from tests.house.routes import routes
from tests.house.test_doors import (
    ADMITTED,
    EVERYBODY,
    NO_SUCH_THING,
    NOT_ALLOWED,
    OFFICIALS,
    files,
    keys,
    knock,
)
from tinhso.kernel.accounts.models import Account

__all__ = ["files", "keys"]

pytestmark = pytest.mark.django_db
STRANGER = frozenset({"citizen"})
NOT_ADMINISTRATOR = OFFICIALS - {"administrator"}
#: Route → for whom there is no such thing; everybody else whom test_doors does not admit is told that he may not.
#: Pages of a programme do not exist for a stranger; what belongs to a person does not exist for another.
HIDDEN = {
    "pages:board": STRANGER,
    "pages:indicators": STRANGER,
    "pages:indicator": STRANGER,
    "pages:tasks": STRANGER,
    "pages:task_workbook": STRANGER,
    "pages:task": STRANGER,
    "pages:plan_text": STRANGER,
    "pages:compare": STRANGER,
    "pages:accept_indicator": STRANGER,
    "pages:accept_task": STRANGER,
    "pages:accept_everything": STRANGER,
    "pages:choose_owner": STRANGER,
    "bulk:bulk": STRANGER,
    "handing:page": STRANGER,
    "programme_settings:settings": STRANGER,
    "programme_settings:close": STRANGER,
    "programme_settings:reopen": STRANGER,
    "review:screen": STRANGER,
    "review:together": STRANGER,
    "review:accept_many": STRANGER,
    "review:add": STRANGER,
    "review:merge": STRANGER,
    "review:set_aside": STRANGER,
    "review:see": STRANGER,
    "review:item": STRANGER,
    "review:accept": STRANGER,
    "review:split": STRANGER,
    "review:drop": STRANGER,
    "review:restore": STRANGER,
    "timeline:timeline": STRANGER,
    "timeline:calendar": STRANGER,
    "values:entries": STRANGER,
    "values:enter": STRANGER,
    "values:measure": STRANGER,
    "values:correct": STRANGER,
    "values:evidence": STRANGER,
    "views:views": STRANGER,
    "views:change": STRANGER,
    "views:delete": STRANGER,
    "views:opening": STRANGER,
    "views:columns": STRANGER,
    "watching:changes": STRANGER,
    "watching:silent": STRANGER,
    "watching:direct": STRANGER,
    "work:act": STRANGER,
    "work:evidence": STRANGER,
    "work:notice": OFFICIALS,
    "api:approve_progress": OFFICIALS,
    "api:accept_work": OFFICIALS,
    "api:approve_extension": OFFICIALS,
    "api:take_back_extension": OFFICIALS,
    "api:approve_completion": OFFICIALS,
    "delegations:give": NOT_ADMINISTRATOR,
    "delegations:take_back": NOT_ADMINISTRATOR,
    "door:provider": EVERYBODY,
    "door:provider_back": EVERYBODY,
    "log:export": frozenset({"administrator"}),
    "own:unlink": OFFICIALS,
    "systems:end_token": NOT_ADMINISTRATOR,
}
#: Whose address is itself the secret, and what is the stranger's own: there a missing thing is told apart.
TOLD_APART = frozenset({"feed:calendar", "door:link", "own:unlink", "systems:end_token"})
#: Places in an address that name a word of the program and no thing that somebody might look for.
WORDS = frozenset({"doing", "step", "provider", "year"})
MISSING = {"day": "2099-01-01", "reviewed": "task-999999"}


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_every_refusal_is_the_one_written_here(
    client: Client, keys: Keys, request: pytest.FixtureRequest, who: str
) -> None:
    account: Account = request.getfixturevalue(who)
    answers, wanted = {}, {}
    for route, address in addresses(keys):
        if who not in ADMITTED[route.name]:
            client.force_login(account)
            answers[route.name] = knock(client, address)
            wanted[route.name] = NO_SUCH_THING if who in HIDDEN.get(route.name, ()) else NOT_ALLOWED
    assert answers == wanted


def test_nobody_is_hidden_from_who_is_let_in() -> None:
    assert not [name for name, hidden in HIDDEN.items() if hidden & ADMITTED[name]]


def test_a_stranger_cannot_tell_what_there_is_from_what_there_is_not(
    client: Client, keys: Keys, citizen: Account
) -> None:
    client.force_login(citizen)
    for route in routes():
        if route.name in TOLD_APART or route.name == "web:sign_out":
            continue
        found = knock(client, reverse(route.name, kwargs={key: keys[key] for key in route.keys}))
        for key in set(route.keys) - WORDS:
            absent = MISSING.get(key, 999999 if isinstance(keys[key], int) else "khong-co")
            there_is_none = {name: absent if name == key else keys[name] for name in route.keys}
            assert knock(client, reverse(route.name, kwargs=there_is_none)) == found, (route.name, key)


def test_nobody_is_asked_to_sign_in_whether_there_is_such_a_thing_or_not(client: Client, keys: Keys) -> None:
    for route, address in addresses(keys):
        if route.needs_account and route.name not in {"web:sign_in", "web:sign_out"}:
            answer = client.get(address)
            signs_in = answer.status_code == 302 and answer["Location"].startswith("/dang-nhap")
            assert signs_in or answer.status_code == 401, (route.name, answer.status_code)
