"""A form sent after the session has ended: one signs in, and nothing typed is lost."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.surfaces.web.shell.kept import kept

pytestmark = pytest.mark.django_db

PASSWORD = "mot-mat-khau-rieng-7"


@pytest.fixture
def carried(client: Client, administrator: Account, officer: Account) -> str:
    """What the sign-in page holds after a form came too late."""
    administrator.set_password(PASSWORD)
    administrator.save()
    address = reverse("web:account", kwargs={"pk": officer.pk})
    page = client.post(address, {"display_name": "Tên <Đã> Gõ", "version": 1, "password": "bí mật"})
    assert page.status_code == 401
    return unescape(page.content.decode()).partition('name="kept" value="')[2].partition('"')[0]


def test_what_was_typed_is_offered_again_after_the_sign_in(client: Client, carried: str, officer: Account) -> None:
    typed = {"username": "administrator", "password": PASSWORD, "kept": carried}
    page = unescape(client.post(reverse("web:sign_in"), typed).content.decode())
    assert 'name="display_name" value="Tên <Đã> Gõ"' in page
    assert f'action="/quan-tri/tai-khoan/{officer.pk}"' in page


def test_a_long_text_comes_back_whole(client: Client, administrator: Account) -> None:
    note = "\r\n".join(f"Dòng {line}: đã làm việc với các xã, thị trấn “<Mẫu>” & đơn vị." for line in range(1_000))
    assert len(note) > 50_000
    administrator.set_password(PASSWORD)
    administrator.save()
    address = "/chuong-trinh/1/nhiem-vu/1/viec/tien-do"
    page = client.post(address, {"said": "doing", "note": note, "once": "a" * 32})
    carried = unescape(page.content.decode()).partition('name="kept" value="')[2].partition('"')[0]
    typed = {"username": "administrator", "password": PASSWORD, "kept": carried}
    offered = client.post(reverse("web:sign_in"), typed)
    assert f'action="{address}"' in offered.content.decode()
    assert offered.context["typed"].fields == [("said", "doing"), ("note", note), ("once", "a" * 32)]
    assert f'name="note" value="{note}"' in unescape(offered.content.decode())


def test_a_part_of_a_page_is_told_and_gets_no_door_in_its_place(client: Client) -> None:
    address = reverse("web:administration")
    for answer in (client.get(address, headers={"HX-Request": "true"}), client.get(address)):
        assert "Mật khẩu" not in answer.content.decode()
    assert client.get(address, headers={"HX-Request": "true"}).status_code == 401
    assert client.post(address, {"x": "1"}, headers={"HX-Request": "true"}).status_code == 401
    restored = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert client.get(address, headers=restored).status_code == 302


def test_a_wrong_password_does_not_lose_it_either(client: Client, carried: str) -> None:
    typed = {"username": "administrator", "password": "sai", "kept": carried}
    assert carried in unescape(client.post(reverse("web:sign_in"), typed).content.decode())


def test_a_password_is_never_carried(carried: str) -> None:
    found = kept(carried)
    assert found
    assert [name for name, _ in found.fields] == ["display_name", "version"]


def test_words_that_we_did_not_carry_are_not_offered(client: Client, carried: str) -> None:
    typed = {"username": "administrator", "password": PASSWORD, "kept": f"{carried}x"}
    assert client.post(reverse("web:sign_in"), typed).status_code == 302


def test_an_empty_form_goes_the_usual_way_to_the_door(client: Client) -> None:
    assert client.post(reverse("web:change_password")).status_code == 302
