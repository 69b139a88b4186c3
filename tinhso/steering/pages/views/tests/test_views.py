"""A view is an address under a name: for oneself, for the unit, for the programme."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.tests.reading import codes
from tinhso.steering.pages.views.models import ListHabit, SavedView
from tinhso.steering.programmes.models import Programme

pytestmark = pytest.mark.django_db
LATE = {"tinh_trang": "open_overdue", "sort": "due", "ngay": "15/8/2022", "page": "1"}


def save(client: Client, programme: Programme, name: str, *, sharing: str = "own", query: str = "q=quy+che") -> int:
    sent = {"name": name, "sharing": sharing, "query": query}
    return client.post(reverse("views:views", args=(programme.pk,)), sent).status_code


def shown(client: Client, programme: Programme) -> str:
    return unescape(client.get(reverse("pages:tasks", args=(programme.pk,)), {"q": ""}).content.decode())


def act(client: Client, verb: str, view: SavedView, **sent: str) -> int:
    return client.post(reverse(f"views:{verb}", args=(view.programme_id, view.pk)), sent).status_code


@pytest.fixture
def view(client: Client, officer: Account, programme: Programme) -> SavedView:
    client.force_login(officer)
    save(client, programme, "Về quy chế", sharing="unit")
    return SavedView.objects.get()


def test_the_list_as_it_stands_is_saved_without_day_and_leaf(client: Client, tasks: str) -> None:
    page = client.get(tasks, LATE).content.decode()
    assert 'name="query" value="tinh_trang=open_overdue&amp;sort=due"' in page


def test_a_view_opens_the_list_it_was_saved_from(client: Client, view: SavedView) -> None:
    assert codes(client, view.address) == codes(client, view.address.partition("?")[0], q="quy che")
    assert 'aria-current="true">Về quy chế' in unescape(client.get(view.address).content.decode())


def test_who_belongs_to_the_unit_has_the_units_views_and_others_have_not(
    client: Client, view: SavedView, programme: Programme, head: Account, other_officer: Account
) -> None:
    for account, sees in ((head, True), (other_officer, False)):
        client.force_login(account)
        assert ("Về quy chế" in shown(client, programme)) is sees
    assert act(client, "opening", view) == 404


def test_anybody_who_is_sent_the_address_sees_the_same_list(
    client: Client, view: SavedView, other_officer: Account
) -> None:
    before = codes(client, view.address)
    client.force_login(other_officer)
    assert codes(client, view.address) == before


def test_only_who_sets_the_programme_shares_with_all_of_it(
    client: Client, programme: Programme, officer: Account, coordinator: Account
) -> None:
    client.force_login(officer)
    assert save(client, programme, "Chung", sharing="programme") == 422
    client.force_login(coordinator)
    assert save(client, programme, "Chung", sharing="programme") == 302
    client.force_login(officer)
    assert "Chung" in shown(client, programme)
    assert act(client, "delete", SavedView.objects.get(), xoa="1") == 403


def test_saving_twice_is_saving_once_and_a_taken_name_is_refused(client: Client, view: SavedView) -> None:
    assert save(client, view.programme, "Về quy chế", sharing="unit") == 302
    assert save(client, view.programme, "Về quy chế", sharing="unit", query="q=khac") == 409
    assert SavedView.objects.count() == 1


def test_the_second_of_two_who_change_a_view_is_told(client: Client, view: SavedView) -> None:
    assert act(client, "change", view, name="Quy chế", sharing="own", version="1") == 302
    assert act(client, "change", view, name="Tên khác", sharing="own", version="1") == 409
    view.refresh_from_db()
    assert (view.name, view.sharing, view.version) == ("Quy chế", "own", 2)


def test_the_list_opens_with_the_chosen_view_until_it_is_taken_back(
    client: Client, view: SavedView, programme: Programme
) -> None:
    tasks = reverse("pages:tasks", args=(programme.pk,))
    act(client, "opening", view, mo="1")
    act(client, "opening", view, mo="1")
    assert client.get(tasks).headers["Location"] == view.address
    assert client.get(tasks, {"q": ""}).status_code == 200
    act(client, "opening", view)
    assert client.get(tasks).status_code == 200


def test_a_deleted_view_that_the_list_opened_with_is_forgotten(client: Client, view: SavedView) -> None:
    act(client, "opening", view, mo="1")
    assert act(client, "delete", view, xoa="1") == 302
    assert ListHabit.objects.get().opens_with is None
    assert client.get(view.address.partition("?")[0]).status_code == 200
