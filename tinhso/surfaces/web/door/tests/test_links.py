"""Inviting, accepting, asking for another password: in the pages and through a real mail server."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.authenticator import with_app
from tests.post_office import PostOffice
from tinhso.kernel.accounts.linking import Purpose, make_link
from tinhso.kernel.accounts.models import Account, OneTimeLink, RoleAssignment
from tinhso.kernel.organisations.models import Unit
from tinhso.surfaces.web.door import forgotten, notices

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
FRESH = "mat-khau-moi-hoan-toan-8"
INVITED = {"username": "moi", "display_name": "Người Mới", "email": "moi@tinh.example", "role": "unit_officer"}


def link_in(text: str) -> str:
    """The path of the one-time link that stands in a page or a letter."""
    found = re.search(r"http://testserver(/lien-ket/[\w-]+)", unescape(text))
    assert found
    return found[1]


def invite(client: Client, administrator: Account, **typed: str) -> str:
    client.force_login(administrator)
    return client.post(reverse("web:account_new"), {**INVITED, "unit": "huyen-mau", **typed}).content.decode()


def choose(client: Client, path: str, password: str = FRESH) -> int:
    return client.post(path, {"new_password1": password, "new_password2": password}).status_code


def test_who_is_invited_chooses_a_password_and_comes_in(client: Client, administrator: Account, district: Unit) -> None:
    path = link_in(invite(client, administrator))
    theirs = Client()
    assert "Chào mừng Người Mới" in theirs.get(path).content.decode()
    assert choose(theirs, path) == 302
    answer = theirs.post(reverse("web:sign_in"), {"username": "moi", "password": FRESH})
    assert answer.headers["Location"] == "/"
    assert RoleAssignment.objects.get(account__username="moi").unit == district


def test_nobody_comes_in_before_the_invitation_is_accepted(
    client: Client, administrator: Account, district: Unit
) -> None:
    invite(client, administrator)
    assert Client().post(reverse("web:sign_in"), {"username": "moi", "password": ""}).status_code == 422
    assert not Account.objects.get(username="moi").has_usable_password()
    assert "Chờ nhận lời mời" in client.get(reverse("web:accounts"), {"state": "invited"}).content.decode()


def test_opening_a_link_spends_nothing_and_using_it_spends_it(
    client: Client, administrator: Account, district: Unit
) -> None:
    path = link_in(invite(client, administrator))
    assert [client.get(path).status_code for _ in range(2)] == [200, 200]
    assert [choose(client, path), choose(client, path)] == [302, 410]


def test_without_a_mail_server_the_page_says_who_must_carry_the_link(
    client: Client, administrator: Account, district: Unit
) -> None:
    assert "Hệ thống này chưa gửi được thư." in invite(client, administrator)


def test_with_a_mail_server_the_invitation_goes_to_the_person(
    client: Client, administrator: Account, district: Unit, post_office: PostOffice
) -> None:
    page = invite(client, administrator)
    letter = post_office.letters()[0]
    assert (letter.to, letter.subject) == ("moi@tinh.example", "Mời vào hệ thống")
    assert link_in(letter.text) == link_in(page)


def test_a_mail_server_that_does_not_answer_does_not_lose_the_link(
    client: Client, administrator: Account, district: Unit, settings: Settings
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    page = invite(client, administrator)
    assert "Chưa gửi được tới moi@tinh.example" in unescape(page)
    assert link_in(page)


def test_a_weak_password_is_refused_with_a_reason(client: Client, administrator: Account, district: Unit) -> None:
    path = link_in(invite(client, administrator))
    weak = ("ngan-mot-9", "123456789012", "nguoi-moi-1987", "qwerty123456", "dai " * 40)
    assert [choose(client, path, word) for word in weak] == [422] * 5
    assert choose(client, path) == 302


def test_a_lost_password_is_renewed_by_a_letter(client: Client, officer: Account, post_office: PostOffice) -> None:
    Account.objects.update(email="officer@tinh.example")
    client.post(reverse("door:forgotten"), {"username": " Officer"})
    forgotten.send_link.call(officer.pk, f"http://testserver/lien-ket/{forgotten.PLACE}")
    path = link_in(post_office.letters()[-1].text)
    assert choose(client, path) == 302
    assert Account.objects.get(pk=officer.pk).check_password(FRESH)


def test_the_answer_is_the_same_whether_the_name_exists(
    client: Client, officer: Account, post_office: PostOffice
) -> None:
    answers = [client.post(reverse("door:forgotten"), {"username": name}) for name in ("officer", "khong-co")]
    pages = [re.sub(r'value="[^"]{40,}"', "", answer.content.decode()) for answer in answers]
    assert pages[0] == pages[1]


def test_asking_too_often_sends_no_more_letters_and_tells_nothing(
    client: Client, officer: Account, post_office: PostOffice
) -> None:
    statuses = [client.post(reverse("door:forgotten"), {"username": "officer"}).status_code for _ in range(5)]
    assert statuses == [200] * 5


def test_guessing_links_is_stopped(client: Client) -> None:
    statuses = [client.get(reverse("door:link", kwargs={"word": f"x{number}"})).status_code for number in range(31)]
    assert (statuses[0], statuses[29], statuses[30]) == (410, 410, 429)


def test_a_sentence_with_blanks_and_marks_is_a_good_password(
    client: Client, administrator: Account, district: Unit
) -> None:
    sentence = "Mưa rơi trên sông Thương 🌧 chiều nay"
    assert choose(client, link_in(invite(client, administrator)), sentence) == 302
    assert Account.objects.get(username="moi").check_password(sentence)


def test_a_changed_password_is_told_by_letter(client: Client, officer: Account, post_office: PostOffice) -> None:
    Account.objects.update(email="officer@tinh.example")
    choose(client, reverse("door:link", kwargs={"word": make_link(officer, Purpose.PASSWORD, valid=DAY)}))
    told = DBTaskResult.objects.get().args_kwargs["args"]
    notices.send_notice.call(*told)
    assert "Đã đặt mật khẩu mới" in post_office.letters()[0].text
    assert FRESH not in f"{told}{post_office.letters()[0].text}"


def test_a_new_password_does_not_go_round_the_second_step(client: Client, officer: Account) -> None:
    with_app(officer)
    choose(client, reverse("door:link", kwargs={"word": make_link(officer, Purpose.PASSWORD, valid=DAY)}))
    answer = client.post(reverse("web:sign_in"), {"username": "officer", "password": FRESH})
    assert answer.headers["Location"] == reverse("door:second_step")


def test_an_own_address_counts_once_its_letter_was_opened(
    client: Client, officer: Account, post_office: PostOffice
) -> None:
    client.force_login(officer)
    client.post(reverse("own:email"), {"email": "moi@tinh.example"})
    assert Account.objects.get(pk=officer.pk).email == ""
    client.post(link_in(post_office.letters()[0].text))
    assert Account.objects.get(pk=officer.pk).email == "moi@tinh.example"
    assert not OneTimeLink.objects.open().exists()


def test_a_temporary_password_opens_only_to_choose_an_own_one(
    client: Client, administrator: Account, officer: Account
) -> None:
    client.force_login(administrator)
    door = reverse("web:account_door", kwargs={"pk": officer.pk})
    page = unescape(client.post(door, {"deed": "password"}, follow=True).content.decode())
    password = page.partition("Mật khẩu tạm của officer: ")[2][:17]
    theirs = Client()
    answer = theirs.post(reverse("web:sign_in"), {"username": "officer", "password": password})
    assert answer.headers["Location"] == reverse("door:own_password")
    assert theirs.get(reverse("own:account")).status_code == 302
    assert choose(theirs, reverse("door:own_password")) == 302
    assert theirs.get(reverse("own:account")).status_code == 200
    assert not Account.objects.get(pk=officer.pk).password_expires_at


def test_who_is_still_in_chooses_a_password_and_signs_in_with_it(client: Client, officer: Account) -> None:
    client.force_login(officer)
    word = make_link(officer, Purpose.PASSWORD, valid=timedelta(days=1))
    assert choose(client, reverse("door:link", args=(word,))) == 302
    assert client.get(reverse("own:account")).status_code == 302
