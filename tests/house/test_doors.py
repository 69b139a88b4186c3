"""Every route with every member of the cast: who gets in, who is refused. Written out by name, not computed."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.furnished import Keys, addresses, furnish
from tests.house.routes import routes
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
OFFICIALS = frozenset(
    {"coordinator", "officer", "other_officer", "head", "member", "chair", "registrar", "administrator"}
)
KEEPERS = frozenset({"coordinator", "administrator"})
ADMINISTRATOR = frozenset({"administrator"})
COORDINATOR = frozenset({"coordinator"})
EVERYBODY = OFFICIALS | {"citizen"}
#: Route → whom it lets in; the others are told that they may not (403) or that there is no such thing (404).
ADMITTED = {
    # The furnished task is led by nobody here; the chair directs the province to which everybody belongs.
    "work:act": frozenset({"chair"}),
    "work:evidence": OFFICIALS,
    "work:notice": frozenset(),
    "work:notices": OFFICIALS,
    "work:own": OFFICIALS,
    "work:read_notices": OFFICIALS,
    "pages:home": EVERYBODY,
    "pages:programmes": EVERYBODY,
    "pages:receive": KEEPERS,
    "pages:job": KEEPERS,
    "pages:cancel_job": KEEPERS,
    "pages:documents": OFFICIALS,
    "pages:document": OFFICIALS,
    "pages:document_text": OFFICIALS,
    "pages:start": KEEPERS,
    "pages:board": OFFICIALS,
    "pages:indicators": OFFICIALS,
    "pages:indicator": OFFICIALS,
    "handing:page": KEEPERS,
    "pages:tasks": OFFICIALS,
    "pages:task_workbook": OFFICIALS,
    "pages:task": OFFICIALS,
    "bulk:bulk": OFFICIALS - {"registrar"},
    "timeline:timeline": OFFICIALS,
    "timeline:calendar": OFFICIALS,
    "views:views": OFFICIALS,
    "views:change": OFFICIALS,
    "views:delete": KEEPERS,
    "views:opening": OFFICIALS,
    "views:columns": OFFICIALS,
    "pages:plan_text": OFFICIALS,
    "pages:compare": KEEPERS,
    "pages:accept_indicator": KEEPERS,
    "pages:accept_task": KEEPERS,
    "pages:accept_everything": KEEPERS,
    "pages:choose_owner": KEEPERS,
    "api:programmes": OFFICIALS,
    "api:correct_task": OFFICIALS,
    "api:correct_indicator": OFFICIALS,
    "api:values": OFFICIALS,
    "api:value": OFFICIALS,
    "api:enter_value": OFFICIALS,
    "api:correct_value": OFFICIALS,
    "api:withdraw_value": OFFICIALS,
    "api:units": OFFICIALS,
    "api:unit": OFFICIALS,
    "api:reorganisations": OFFICIALS,
    "api:search": EVERYBODY,
    "api:events": ADMINISTRATOR,
    "api:subscriptions": ADMINISTRATOR,
    "api:subscribe": ADMINISTRATOR,
    "api:subscription": ADMINISTRATOR,
    "api:change_subscription": ADMINISTRATOR,
    "api:do_with_subscription": ADMINISTRATOR,
    "api:files": OFFICIALS,
    "api:deeds": OFFICIALS,
    "api:deed": OFFICIALS,
    # An empty body is told wrong to every official; whose task it is, is asked of a whole one (steering/api/tests).
    "api:report_progress": OFFICIALS,
    "api:correct_progress": OFFICIALS,
    "api:return_progress": OFFICIALS,
    "api:give_work": OFFICIALS,
    "api:finish_work": OFFICIALS,
    "api:return_work": OFFICIALS,
    "api:move_work": OFFICIALS,
    "api:ask_unit": OFFICIALS,
    "api:answer_request": OFFICIALS,
    "api:decline_request": OFFICIALS,
    "api:want_again": OFFICIALS,
    "api:ask_extension": OFFICIALS,
    "api:decide_extension": OFFICIALS,
    "api:record_event": OFFICIALS,
    "api:record_product": OFFICIALS,
    "api:take_back_product": OFFICIALS,
    "api:comment": OFFICIALS,
    "api:remind_lead": OFFICIALS,
    "api:edit_comment": OFFICIALS,
    "api:claim_completion": OFFICIALS,
    "api:confirm_completion": OFFICIALS,
    "api:return_completion": OFFICIALS,
    "api:reopen_task": OFFICIALS,
    "api:approve_progress": frozenset(),
    "api:accept_work": frozenset(),
    "api:approve_extension": frozenset(),
    "api:take_back_extension": frozenset(),
    "api:approve_completion": frozenset(),
    "api:programme": OFFICIALS,
    "api:sections": OFFICIALS,
    "api:indicators": OFFICIALS,
    "api:indicator": OFFICIALS,
    "api:accept_indicator": KEEPERS,
    "api:tasks": OFFICIALS,
    "api:task": OFFICIALS,
    "api:accept_task": KEEPERS,
    "api:items": KEEPERS,
    "api:item": KEEPERS,
    "api:add_item": KEEPERS,
    "api:accept_item": KEEPERS,
    "api:restore_item": KEEPERS,
    "api:split_item": OFFICIALS,
    "api:drop_item": OFFICIALS,
    "api:accept_items": OFFICIALS,
    "api:merge_items": OFFICIALS,
    "api:documents": OFFICIALS,
    "api:document": OFFICIALS,
    "api:document_text": OFFICIALS,
    "api:document_reading": OFFICIALS,
    "api:openapi": EVERYBODY,
    "feed:addresses": OFFICIALS,
    "feed:make": OFFICIALS,
    "feed:calendar": EVERYBODY,
    "systems:tokens": EVERYBODY,
    "systems:end_token": ADMINISTRATOR | {"citizen"},
    "systems:all_tokens": ADMINISTRATOR,
    "systems:subscriptions": ADMINISTRATOR,
    "systems:new_subscription": ADMINISTRATOR,
    "systems:subscription": ADMINISTRATOR,
    "systems:subscription_deed": ADMINISTRATOR,
    "systems:deliveries": ADMINISTRATOR,
    "api:explained": EVERYBODY,
    "watching:changes": OFFICIALS,
    "watching:silent": OFFICIALS,
    "watching:direct": frozenset({"chair"}),
    "values:entries": OFFICIALS,
    "values:evidence": OFFICIALS,
    "values:enter": COORDINATOR,
    "values:correct": COORDINATOR,
    "values:measure": COORDINATOR,
    "review:screen": KEEPERS,
    "review:together": KEEPERS,
    "review:accept_many": KEEPERS,
    "review:add": KEEPERS,
    "review:merge": KEEPERS,
    "review:set_aside": KEEPERS,
    "review:see": KEEPERS,
    "review:item": KEEPERS,
    "review:accept": KEEPERS,
    "review:split": KEEPERS,
    "review:drop": KEEPERS,
    "review:restore": KEEPERS,
    "web:sign_in": EVERYBODY,
    "web:sign_out": EVERYBODY,
    "web:change_password": EVERYBODY,
    "web:find": EVERYBODY,
    "web:health": EVERYBODY,
    "web:administration": OFFICIALS,
    "condition:page": ADMINISTRATOR,
    "condition:json": ADMINISTRATOR,
    "programme_settings:settings": KEEPERS,
    "programme_settings:close": KEEPERS,
    "programme_settings:reopen": KEEPERS,
    "days:this_year": OFFICIALS,
    "days:year": OFFICIALS,
    "days:enter": KEEPERS,
    "days:swap": KEEPERS,
    "days:change": KEEPERS,
    "days:take_back": KEEPERS,
    "posts:list": OFFICIALS,
    "posts:make": ADMINISTRATOR,  # and the head of the unit, who is not among the cast
    "posts:hold": ADMINISTRATOR,
    "posts:end": ADMINISTRATOR,
    "posts:end_holding": ADMINISTRATOR,
    "delegations:list": OFFICIALS,
    "delegations:choose": OFFICIALS,
    "delegations:give": ADMINISTRATOR,  # of a person of no unit that the others lead
    "delegations:take_back": ADMINISTRATOR,
    "log:entry": ADMINISTRATOR,
    "log:export": frozenset(),  # an administrator who presses none of its buttons finds nothing
    "log:verifications": ADMINISTRATOR,
    "log:verification": ADMINISTRATOR,
    "web:audit_log": ADMINISTRATOR,
    "web:accounts": ADMINISTRATOR,
    "web:account_new": ADMINISTRATOR,
    "web:account": ADMINISTRATOR,
    "web:account_role": ADMINISTRATOR,
    "web:account_role_end": ADMINISTRATOR,
    "web:account_door": ADMINISTRATOR,
    "web:account_link": ADMINISTRATOR,
    "web:account_sessions": ADMINISTRATOR,
    "web:account_second_step": ADMINISTRATOR,
    "web:account_identity": ADMINISTRATOR,
    "web:account_identity_end": ADMINISTRATOR,
    "door:own_password": EVERYBODY,
    "door:second_step": EVERYBODY,
    "door:set_up": EVERYBODY,
    "door:onward": EVERYBODY,
    # No provider is named in this installation.
    "door:provider": frozenset(),
    "door:provider_back": frozenset(),
    "door:forgotten": EVERYBODY,
    "door:link": EVERYBODY,
    "own:account": EVERYBODY,
    "own:email": EVERYBODY,
    "own:sessions": EVERYBODY,
    "own:set_up": EVERYBODY,
    "own:codes": EVERYBODY,
    "own:remove": EVERYBODY,
    "own:link": EVERYBODY,
    "own:unlink": frozenset({"citizen"}),
    "web:gallery": ADMINISTRATOR,
    "reorganising:list": ADMINISTRATOR,
    "reorganising:new": ADMINISTRATOR,
    "reorganising:draft": ADMINISTRATOR,
    "reorganising:drop": ADMINISTRATOR,
    "reorganising:paper": ADMINISTRATOR,
    "reorganising:add": ADMINISTRATOR,
    "reorganising:remove": ADMINISTRATOR,
    "reorganising:preview": ADMINISTRATOR,
    "reorganising:enforce": ADMINISTRATOR,
    "reorganising:take_back": ADMINISTRATOR,
    "units:tree": OFFICIALS,
    "units:unit": OFFICIALS,
}
LAST = "web:sign_out"
NOT_ALLOWED, NO_SUCH_THING, WRONG_METHOD = 403, 404, 405


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def keys(province: Unit, citizen: Account, coordinator: Account) -> Keys:
    return furnish(province, citizen, by=coordinator)


def knock(client: Client, address: str) -> int:
    """The answer's status when the address is opened, or sent an empty form where it only takes forms."""
    status = client.get(address).status_code
    return client.post(address).status_code if status == WRONG_METHOD else status


def test_every_route_says_whom_it_lets_in() -> None:
    assert {route.name for route in routes()} == set(ADMITTED)


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_every_route_lets_in_whom_it_should(
    client: Client, keys: Keys, request: pytest.FixtureRequest, who: str
) -> None:
    account: Account = request.getfixturevalue(who)
    let_in = set()
    client.force_login(account)
    for route, address in sorted(addresses(keys), key=lambda place: place[0].name == LAST):
        status = knock(client, address)
        assert status < 500, route.name
        if status not in {NOT_ALLOWED, NO_SUCH_THING}:
            let_in.add(route.name)
    assert let_in == {name for name, admitted in ADMITTED.items() if who in admitted}


#: What comes from outside: words, no number, a number that no column holds, signs that are no text.
SENT = dict.fromkeys(("q", "page", "before", "version", "candidate", "deed", "ngay", "on", "text", "next"), "²\x00")


def test_no_route_falls_over_what_is_sent(client: Client, keys: Keys, administrator: Account) -> None:
    client.force_login(administrator)
    for sent in (SENT, dict.fromkeys(SENT, "9" * 30)):
        for route, address in sorted(addresses(keys), key=lambda place: place[0].name == LAST):
            assert client.get(address, sent).status_code < 500, route.name
            assert client.post(address, {**sent, "deed": "close"}).status_code < 500, route.name
