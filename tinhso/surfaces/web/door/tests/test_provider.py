"""Signing in by a real provider: linked once, then let in; everything that is not its word for us is refused."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from tests.authenticator import with_app
from tests.post_office import free_port
from tests.provider.known import PEOPLE
from tests.provider.running import named, running, walk
from tinhso.kernel.accounts import identities
from tinhso.kernel.accounts.models import Account, Identity, RoleAssignment, SecondStep
from tinhso.kernel.audit.models import Entry, Verb

pytestmark = pytest.mark.django_db
GO, BACK = "/dang-nhap/qua/sso", "/dang-nhap/qua/sso/tro-ve"
PASSWORD = "mot-mat-khau-rieng-7"


@pytest.fixture
def linked(sso: str, officer: Account, administrator: Account) -> Account:
    """An administrator has entered what the provider will say of the officer."""
    identities.link(officer, "sso", "1", by=administrator)
    return officer


def come(client: Client, username: str = "nguoi-cap-1", onward: str = "") -> tuple[int, str]:
    """There and back: the status, and where one is sent or what one reads."""
    return answer_to(client, walk(client.get(GO, {"next": onward}).headers["Location"], username))


def answer_to(client: Client, path: str) -> tuple[int, str]:
    answer = client.get(path)
    return answer.status_code, answer.headers.get("Location") or unescape(answer.content.decode())


def is_in(client: Client) -> bool:
    return client.get(reverse("own:account")).status_code == 200


def refusals() -> list[str]:
    return [entry.after["why"] for entry in Entry.objects.filter(verb=Verb.SIGN_IN_REFUSED).order_by("id")]


def test_the_providers_word_opens_the_linked_account(client: Client, linked: Account) -> None:
    assert come(client, onward="/don-vi") == (302, "/don-vi")
    assert is_in(client)
    assert Entry.objects.get(verb=Verb.SIGN_IN).after["shown"] == ["provider"]


def test_the_way_there_carries_state_nonce_and_pkce(client: Client, sso: str) -> None:
    address = client.get(GO).headers["Location"]
    assert all(f"{part}=" in address for part in ("state", "nonce", "code_challenge"))
    assert "code_challenge_method=S256" in address


def test_an_unknown_person_is_not_let_in_silently(client: Client, sso: str, officer: Account) -> None:
    before = Account.objects.count()
    assert come(client) == (302, reverse("web:sign_in"))
    page = unescape(client.get(reverse("web:sign_in")).content.decode())
    assert "SSO của tỉnh đã xác thực định danh …1" in page
    assert (Account.objects.count(), is_in(client)) == (before, False)


def test_one_sign_in_by_password_and_one_click_link_it(client: Client, sso: str, officer: Account) -> None:
    officer.set_password(PASSWORD)
    officer.save()
    come(client)
    answer = client.post(reverse("web:sign_in"), {"username": "officer", "password": PASSWORD})
    assert answer.headers["Location"] == reverse("own:link")
    assert "officer" in client.get(reverse("own:link")).content.decode()
    client.post(reverse("own:link"), {"deed": "link"})
    later = Client()
    come(later)
    assert is_in(later)


def test_who_does_not_want_it_is_asked_no_more(client: Client, sso: str, officer: Account) -> None:
    client.force_login(officer)
    assert come(client) == (302, reverse("own:link"))
    client.post(reverse("own:link"), {"deed": "leave"})
    assert not Identity.objects.exists()
    assert client.get(reverse("own:link")).status_code == 302


def test_an_identity_is_one_persons(client: Client, linked: Account, head: Account) -> None:
    client.force_login(head)
    assert come(client)[0] == 409
    assert Identity.objects.get().account == linked


def test_an_operator_may_let_newcomers_in_without_any_role(client: Client, sso: str, settings: Settings) -> None:
    settings.OIDC_CREATE = True
    come(client)
    made = Account.objects.get()
    assert made.display_name == "Người Thử"
    assert not RoleAssignment.objects.of(made).exists()
    assert is_in(client)


def test_the_second_step_is_asked_unless_the_provider_is_strong_enough(
    client: Client, linked: Account, sso: str, settings: Settings
) -> None:
    with_app(linked)
    assert come(client)[1] == reverse("door:second_step")
    settings.OIDC_PROVIDERS = [named(sso, strong="1")]
    come(client)
    assert is_in(client)


def test_a_closed_account_stays_closed(client: Client, linked: Account) -> None:
    Account.objects.filter(pk=linked.pk).update(is_active=False)
    status, page = come(client)
    assert (status, "đã bị khóa" in page, is_in(client)) == (403, True, False)


def test_another_state_is_refused(client: Client, linked: Account) -> None:
    back = walk(client.get(GO).headers["Location"], "nguoi-cap-1")
    status, page = answer_to(client, back.replace("state=", "state=x"))
    assert (status, is_in(client), refusals()) == (400, False, ["provider_refused"])
    assert "Đăng nhập qua SSO của tỉnh không thành công." in page


def test_the_answer_to_one_browser_does_not_open_another(client: Client, linked: Account) -> None:
    back = walk(client.get(GO).headers["Location"], "nguoi-cap-1")
    victim = Client()
    assert answer_to(victim, back)[0] == 400
    assert not is_in(victim)


def test_an_answer_is_taken_once(client: Client, linked: Account) -> None:
    back = walk(client.get(GO).headers["Location"], "nguoi-cap-1")
    assert answer_to(client, back)[0] == 302
    client.logout()
    assert answer_to(client, back)[0] == 400


@pytest.mark.parametrize("part", ["nonce", "code_verifier"])
def test_another_nonce_or_verifier_is_refused(client: Client, linked: Account, part: str) -> None:
    back = walk(client.get(GO).headers["Location"], "nguoi-cap-1")
    session = client.session
    key = next(name for name in dict(session.items()) if name.startswith("_state_sso"))
    session[key]["data"][part] = "x" * 50
    session.save()
    assert answer_to(client, back)[0] == 400
    assert not is_in(client)


def test_a_word_that_has_run_out_is_refused(
    client: Client, linked: Account, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with running(tmp_path_factory.mktemp("late"), back="http://testserver", lifetime=-3600) as late:
        settings.OIDC_PROVIDERS = [named(late)]
        assert come(client)[0] == 400
    assert not is_in(client)


def test_a_provider_that_names_another_issuer_is_refused(
    client: Client, linked: Account, sso: str, settings: Settings
) -> None:
    settings.OIDC_PROVIDERS = [named(f"{sso}/")]
    assert come(client)[0] == 400
    assert not is_in(client)


def test_another_client_secret_is_refused(client: Client, linked: Account, sso: str, settings: Settings) -> None:
    settings.OIDC_PROVIDERS = [named(sso, client_secret="đoán mò")]
    assert come(client)[0] == 400


def test_a_person_who_calls_it_off_there_reads_one_sentence(client: Client, linked: Account) -> None:
    assert answer_to(client, f"{BACK}?error=access_denied&state=x")[0] == 400


def test_a_provider_that_does_not_answer_is_said_so(client: Client, settings: Settings) -> None:
    settings.OIDC_PROVIDERS = [named(f"http://127.0.0.1:{free_port()}")]
    answer = client.get(GO)
    assert answer.status_code == 503
    assert "Chưa liên lạc được với SSO của tỉnh." in unescape(answer.content.decode())


def test_a_provider_that_is_not_named_is_none(client: Client) -> None:
    assert [client.get(place).status_code for place in (GO, BACK)] == [404, 404]


def test_knocking_with_false_answers_is_stopped(client: Client, sso: str) -> None:
    statuses = [client.get(BACK, {"code": "x", "state": "x"}).status_code for _ in range(61)]
    assert (statuses[0], statuses[59], statuses[60]) == (400, 400, 429)


def test_an_address_counts_only_when_the_provider_vouches_for_it(
    client: Client, officer: Account, sso: str, settings: Settings
) -> None:
    settings.OIDC_PROVIDERS = [named(sso, claim="email")]
    for name in PEOPLE:
        identities.link(officer, "sso", f"{name}@tinh.example", by=officer)
    assert [come(Client(), name)[0] for name in PEOPLE] == [400, 302]


def test_the_claim_that_names_the_account_is_a_setting(
    client: Client, sso: str, officer: Account, settings: Settings
) -> None:
    settings.OIDC_PROVIDERS = [named(sso, claim="preferred_username")]
    identities.link(officer, "sso", "nguoi-cap-2", by=officer)
    come(client, "nguoi-cap-2")
    assert is_in(client)


def test_of_what_the_provider_says_only_a_fingerprint_is_kept(officer: Account) -> None:
    identities.link(officer, "vneid", "024099001234", by=officer)
    kept = Identity.objects.get()
    assert "024099001234" not in f"{vars(kept)} {Entry.objects.of_row(kept).get().after}"
    assert kept.hint == "…1234"


def test_what_was_typed_before_the_session_ended_survives_the_way_by_the_provider(
    client: Client, linked: Account
) -> None:
    with_app(linked)
    late = client.post(reverse("own:email"), {"email": "da-go@tinh.example"})
    assert "Đăng nhập qua SSO của tỉnh" in unescape(late.content.decode())
    assert come(client)[1] == reverse("door:second_step")
    SecondStep.objects.all().delete()
    assert 'value="da-go@tinh.example"' in come(client)[1]


def test_leaving_offers_to_leave_the_provider_too(client: Client, linked: Account, sso: str) -> None:
    come(client)
    client.post(reverse("web:sign_out"))
    page = unescape(client.get(reverse("web:sign_in")).content.decode())
    address = page.partition(f'href="{sso}/identity/o/logout')[2].partition('"')[0]
    assert "id_token_hint=" in address
    assert not is_in(client)


def test_without_a_password_a_dangerous_deed_is_confirmed_at_the_provider(client: Client, linked: Account) -> None:
    come(client)
    asked = client.post(reverse("own:codes"), headers={"Referer": "http://testserver/tai-khoan"})
    assert asked.status_code == 401
    assert f"{GO}?again=1&amp;next=/tai-khoan" in asked.content.decode()
    address = client.get(GO, {"again": "1", "next": "/tai-khoan"}).headers["Location"]
    assert "prompt=login" in address
    assert answer_to(client, walk(address, "nguoi-cap-1")) == (302, "/tai-khoan")
    assert client.post(reverse("own:codes")).status_code == 302


def test_what_was_typed_before_the_way_to_the_provider_is_offered_to_be_sent(client: Client, linked: Account) -> None:
    come(client)
    place = reverse("systems:tokens")
    typed = {"name": "Trục <liên> thông", "last_day": timezone.localdate(), "scopes": ["programmes:read", "work:read"]}
    assert client.post(place, typed).status_code == 401
    address = client.get(GO, {"again": "1", "next": place}).headers["Location"]
    offered = unescape(client.get(walk(address, "nguoi-cap-1")).content.decode())
    assert f'action="{place}"' in offered
    assert 'name="name" value="Trục <liên> thông"' in offered
    assert offered.count('name="scopes"') == 2


def test_administrators_enter_and_take_away_identities(
    client: Client, sso: str, administrator: Account, officer: Account
) -> None:
    client.force_login(administrator)
    client.post(reverse("web:account_identity", kwargs={"pk": officer.pk}), {"provider": "sso", "subject": "1"})
    theirs = Client()
    come(theirs)
    assert is_in(theirs)
    ends = {"pk": officer.pk, "identity": Identity.objects.get().pk}
    client.post(reverse("web:account_identity_end", kwargs=ends))
    assert not Identity.objects.exists()
