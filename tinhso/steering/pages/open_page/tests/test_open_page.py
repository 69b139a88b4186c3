"""Anybody reads what is marked public, and nothing else."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.open_page.tests.conftest import given_everywhere
from tinhso.steering.programmes.actions.make_public import PAGE, make_public, public_keys
from tinhso.steering.programmes.models import Indicator, Programme, PublicMark


def page(client: Client, programme: Programme) -> str:
    return client.get(reverse("open_page:programme", args=(programme.code,))).content.decode()


def test_nothing_is_public_that_nobody_has_marked(client: Client, programme: Programme) -> None:
    assert client.get(reverse("open_page:programme", args=(programme.code,))).status_code == 404
    assert programme.name not in client.get(reverse("open_page:programmes")).content.decode()


def test_a_stranger_reads_what_is_marked_and_nothing_else(
    client: Client, programme: Programme, indicator: Indicator, coordinator: Account, district: Unit
) -> None:
    given_everywhere(indicator)
    make_public(programme, [PAGE, indicator.pk], by=coordinator)
    told = page(client, programme)
    assert indicator.name in told
    assert "50,0" in told
    others = Indicator.objects.filter(programme=programme).exclude(pk=indicator.pk)
    assert not any(other.name in told for other in others)
    assert district.versions.get().name not in told


def test_an_indicator_alone_opens_no_page(
    client: Client, programme: Programme, indicator: Indicator, coordinator: Account
) -> None:
    make_public(programme, [indicator.pk], by=coordinator)
    assert client.get(reverse("open_page:programme", args=(programme.code,))).status_code == 404


def test_taken_back_it_is_gone_at_once_and_kept_who_showed_it_when(
    client: Client, programme: Programme, indicator: Indicator, coordinator: Account
) -> None:
    make_public(programme, [PAGE, indicator.pk], by=coordinator)
    make_public(programme, [PAGE], by=coordinator)
    assert indicator.name not in page(client, programme)
    assert PublicMark.objects.get(indicator=indicator).ended_by == coordinator


def test_marking_twice_is_marking_once(programme: Programme, indicator: Indicator, coordinator: Account) -> None:
    for _twice in range(2):
        make_public(programme, [PAGE, indicator.pk], by=coordinator)
    assert public_keys(programme) == {PAGE, indicator.pk}
    assert PublicMark.objects.count() == 2


def test_an_indicator_of_another_programme_is_not_marked(programme: Programme, coordinator: Account) -> None:
    assert make_public(programme, [PAGE, 10**9], by=coordinator) == {PAGE}


def test_who_keeps_no_programme_makes_nothing_public(programme: Programme, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        make_public(programme, [PAGE], by=officer)


def test_the_sign_in_and_a_citizens_home_lead_to_what_is_open(
    client: Client, programme: Programme, indicator: Indicator, coordinator: Account, citizen: Account
) -> None:
    """Only while something is open."""
    listed, own = reverse("open_page:programmes"), reverse("open_page:programme", args=(programme.code,))
    door = reverse("web:sign_in")
    assert listed not in client.get(door).content.decode()
    make_public(programme, [PAGE, indicator.pk], by=coordinator)
    assert f'<a href="{listed}">Chương trình công khai</a>' in client.get(door).content.decode()
    client.force_login(citizen)
    home = client.get("/", follow=True).content.decode()
    assert f'<a href="{own}">{programme.name}</a>' in home
    assert "chưa mở" not in home
    assert client.get(own).status_code == 200


def test_an_officials_home_is_not_mixed_with_what_is_open(
    client: Client, programme: Programme, coordinator: Account
) -> None:
    make_public(programme, [PAGE], by=coordinator)
    client.force_login(coordinator)
    assert "Trang công khai" not in client.get(reverse("pages:programmes")).content.decode()


def test_who_has_signed_in_is_led_back_to_his_own_pages(client: Client, citizen: Account) -> None:
    assert "Đăng nhập" in client.get(reverse("open_page:programmes")).content.decode()
    client.force_login(citizen)
    told = client.get(reverse("open_page:programmes")).content.decode()
    assert "Đăng nhập" not in told
    assert f'href="{reverse("pages:home")}">Trang chính' in told
