"""A token opens what its account may do, within its scopes, until its day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.furnished import Keys
from tests.house.routes import routes
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.exchange.models import AccessToken
from tinhso.kernel.exchange.tokens import TokenRefused, end_token, give_token
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
PROGRAMMES = "/api/v1/programmes"


def test_nobody_gets_in_without_a_token_and_is_told_so_as_a_problem(client: Client) -> None:
    for route in (route for route in routes() if route.address.startswith("/api/")):
        for answer in (client.get(route.address), client.post(route.address)):
            assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/problem+json")
            assert answer.headers["WWW-Authenticate"] == 'Bearer realm="tinhso"'


def test_a_token_reads_as_its_account(caller: Call, keys: Keys, officer: Account, citizen: Account) -> None:
    assert len(caller(officer).get(PROGRAMMES).json()["items"]) == 1
    assert caller(citizen).get(PROGRAMMES).status_code == 404


def test_a_token_does_only_what_its_scopes_say(caller: Call, keys: Keys, coordinator: Account) -> None:
    reader, stranger = caller(coordinator, "programmes:read"), caller(coordinator, "figures:write")
    address = f"{PROGRAMMES}/{keys['programme']}/tasks/{keys['task']}"
    assert reader.get(address).status_code == 200
    refused = reader.post(f"{address}/acceptance", headers={"If-Match": '"1"'})
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    assert stranger.get(address).json()["detail"] == "Mã truy cập này không có phạm vi “programmes:read”."


def test_a_scope_gives_nothing_that_the_account_may_not(caller: Call, keys: Keys, officer: Account) -> None:
    address = f"{PROGRAMMES}/{keys['programme']}/tasks/{keys['task']}/acceptance"
    assert caller(officer, "programmes:write").post(address, headers={"If-Match": '"1"'}).status_code == 403


def test_a_token_ends_on_its_day_when_taken_back_and_with_its_account(caller: Call, officer: Account) -> None:
    expired, ended, closed = (caller(officer) for _ in range(3))
    first, second, _third = AccessToken.objects.order_by("pk")
    AccessToken.objects.filter(pk=first.pk).update(expires_at=timezone.now())
    end_token(second.pk, by=officer)
    assert closed.get(PROGRAMMES).status_code == 200
    Account.objects.filter(pk=officer.pk).update(is_active=False)
    assert [client.get(PROGRAMMES).status_code for client in (expired, ended, closed)] == [401, 401, 401]


def test_no_token_outlives_a_year(officer: Account) -> None:
    with pytest.raises(TokenRefused):
        give_token(officer, "mãi mãi", scopes=["work:read"], last_day=timezone.localdate() + timedelta(days=366))


def test_the_secret_lies_nowhere(officer: Account) -> None:
    token, secret = give_token(officer, "kho", scopes=["work:read"], last_day=timezone.localdate())
    assert secret not in str(AccessToken.objects.filter(pk=token.pk).values())
    assert not Entry.objects.filter(after__icontains=secret[10:]).exists()


def test_what_a_token_does_is_recorded_as_its_account_by_the_api(
    caller: Call, keys: Keys, coordinator: Account
) -> None:
    address = f"{PROGRAMMES}/{keys['programme']}/tasks/{keys['task']}/acceptance"
    assert caller(coordinator).post(address, headers={"If-Match": '"1"'}).status_code == 200
    entry = Entry.objects.filter(table_name="programmes_task").latest("id")
    assert (entry.actor, entry.source) == ("coordinator", "API")


def test_a_page_writes_only_with_its_own_token_against_forgery(keys: Keys, coordinator: Account) -> None:
    page = Client(enforce_csrf_checks=True)
    page.force_login(coordinator)
    address = f"{PROGRAMMES}/{keys['programme']}/tasks/{keys['task']}"
    assert page.get(address).status_code == 200
    refused = page.post(f"{address}/acceptance", headers={"If-Match": '"1"'})
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    page.get("/mat-khau")
    sent = {"X-CSRFToken": page.cookies["tinhso_csrf"].value, "If-Match": '"1"'}
    assert page.post(f"{address}/acceptance", headers=sent).status_code == 200
