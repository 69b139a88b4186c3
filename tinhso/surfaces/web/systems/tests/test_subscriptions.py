"""The pages of subscriptions: made once, changed by one at a time, tested, stopped; their log."""

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.session_store import CONFIRMED
from tinhso.kernel.exchange.models import Delivery, Subscription
from tinhso.kernel.exchange.secrets import secret_of
from tinhso.kernel.exchange.sending import send
from tinhso.kernel.exchange.tests.receiver import receiver

pytestmark = pytest.mark.django_db
ALL = "/quan-tri/dang-ky-nhan"


@pytest.fixture
def client(administrator: Account, settings: Settings) -> Client:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    admin = Client()
    admin.force_login(administrator)
    return admin


def typed(**changed: object) -> dict[str, object]:
    form = {"name": "Trục", "address": "http://127.0.0.1:9/nhan", "events": ["task.completed"], "version": 1}
    return {**form, "uid": uuid4(), **changed}


def test_two_clicks_make_one_subscription(client: Client) -> None:
    form = typed()
    first, second = (client.post(f"{ALL}/moi", form) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Subscription.objects.get().events == ["task.completed"]


def test_an_address_inside_is_refused_with_a_sentence(client: Client, settings: Settings) -> None:
    settings.EXCHANGE_NETWORKS = []
    answer = client.post(f"{ALL}/moi", typed(address="https://10.0.0.1/nhan"))
    assert answer.status_code == 422
    assert "máy nội bộ chưa được cho phép" in unescape(answer.content.decode())


def test_a_test_is_sent_and_its_answer_read_in_the_log(client: Client) -> None:
    with receiver() as other:
        other.statuses, other.body = [500], "bên nhận đang bảo trì".encode()
        client.post(f"{ALL}/moi", typed(address=other.address))
        page = f"{ALL}/{Subscription.objects.get().pk}"
        client.post(f"{page}/viec", {"deed": "test", "version": 1})
        Delivery.objects.update(next_at=timezone.now())
        send(Delivery.objects.get().pk)
    told = unescape(client.get(f"{page}/luot-gui").content.decode())
    assert "HTTP 500" in told
    assert "bên nhận đang bảo trì" in told


def test_the_second_of_two_who_change_it_sees_both(client: Client) -> None:
    client.post(f"{ALL}/moi", typed())
    page = f"{ALL}/{Subscription.objects.get().pk}"
    assert client.post(page, typed(name="Trục mới")).status_code == 302
    late = client.post(page, typed(name="Trục khác"))
    assert late.status_code == 409
    assert {"Trục mới", "Trục khác"} <= set(unescape(late.content.decode()).replace("<", ">").split(">"))


def test_stopped_it_says_so_and_can_be_resumed(client: Client) -> None:
    client.post(f"{ALL}/moi", typed())
    page = f"{ALL}/{Subscription.objects.get().pk}"
    client.post(f"{page}/viec", {"deed": "stop", "version": 1})
    assert "Quản trị đã dừng" in unescape(client.get(ALL).content.decode())
    client.post(f"{page}/viec", {"deed": "resume", "version": 2})
    assert "Đang báo" in unescape(client.get(ALL).content.decode())


def long_ago(client: Client) -> None:
    """The administrator proved who he is more than a quarter of an hour ago."""
    session = client.session
    session[CONFIRMED] = 0
    session.save()


def secret_in(client: Client, page: str) -> str:
    return unescape(client.get(page).content.decode()).partition('aria-label="Khóa ký">')[2].partition("<")[0]


@pytest.fixture
def page(client: Client) -> str:
    """The page of a subscription that stands."""
    client.post(f"{ALL}/moi", typed())
    return f"{ALL}/{Subscription.objects.get().pk}"


def test_who_signed_in_long_ago_is_asked_again_before_another_system_is_told(client: Client) -> None:
    long_ago(client)
    assert client.post(f"{ALL}/moi", typed()).status_code == 401
    assert not Subscription.objects.exists()


def test_and_before_events_go_to_another_address(client: Client, page: str) -> None:
    long_ago(client)
    assert client.post(page, typed(address="http://127.0.0.1:9/khac")).status_code == 401
    assert Subscription.objects.get().address == "http://127.0.0.1:9/nhan"


@pytest.mark.parametrize("deed", ["show", "renew"])
def test_and_before_the_secret_is_shown(client: Client, page: str, deed: str) -> None:
    secret_in(client, page)
    long_ago(client)
    assert client.post(f"{page}/viec", {"deed": deed, "version": 1}).status_code == 401
    assert (secret_in(client, page), Subscription.objects.get().generation) == ("", 1)


def test_stopping_never_waits(client: Client, page: str) -> None:
    long_ago(client)
    assert client.post(f"{page}/viec", {"deed": "stop", "version": 1}).status_code == 302
    assert not Subscription.objects.get().is_active


def test_the_secret_is_shown_once_when_made_when_asked_for_and_when_renewed(client: Client, page: str) -> None:
    first = secret_of(Subscription.objects.get())
    assert [secret_in(client, page) for _ in range(2)] == [first, ""]
    client.post(f"{page}/viec", {"deed": "show", "version": 1})
    assert [secret_in(client, page) for _ in range(2)] == [first, ""]
    client.post(f"{page}/viec", {"deed": "renew", "version": 1})
    second = secret_of(Subscription.objects.get())
    assert second != first
    assert [secret_in(client, page) for _ in range(2)] == [second, ""]
