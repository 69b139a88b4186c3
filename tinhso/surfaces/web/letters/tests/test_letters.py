"""How one wants letters, one's mailbox, the list of what was sent, and the link that turns letters off."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.post_office import PostOffice
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.content import Content
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.mail.turning_off import path_to_turn_off
from tinhso.kernel.mail.writing import write_letter

pytestmark = pytest.mark.django_db
FORM = {"by_mail": "on", "pace": "urgent", "kinds": ["overdue", "due_today"], "quiet_days_off": "on"}
HOURS = {"digest_at": "08:15", "quiet_from": "17:00", "quiet_until": "06:30"}


@pytest.fixture
def letter(officer: Account) -> Letter:
    """To the officer; there is no mail server."""
    officer.email = "can-bo@huyen-mau.example"
    officer.save(update_fields=["email"])
    with transaction.atomic():
        return write_letter(officer, Content("Nhắc việc 15/6/2022", "Có một việc.", ()), key="k", kind="digest")


def page(client: Client, account: Account, address: str) -> str:
    client.force_login(account)
    return client.get(address).content.decode()


def test_what_is_chosen_holds_from_the_next_letter_on(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert client.post("/tai-khoan/thu-nhac", {**FORM, **HOURS}).status_code == 302
    row = MailWishes.objects.get(account=officer)
    assert (row.pace, str(row.digest_at), row.wants("overdue"), row.wants("mention")) == (
        "urgent",
        "08:15:00",
        True,
        False,
    )
    shown = page(client, officer, "/tai-khoan/thu-nhac")
    assert 'value="08:15"' in shown


def test_a_digest_in_quiet_hours_is_refused_with_the_sentence(client: Client, officer: Account) -> None:
    client.force_login(officer)
    answer = client.post("/tai-khoan/thu-nhac", {**FORM, **HOURS, "digest_at": "05:00"})
    assert answer.status_code == 422
    assert "Giờ gửi thư gộp nằm trong giờ yên lặng." in answer.content.decode()


def test_a_person_reads_his_letters_and_nobody_elses(
    client: Client, letter: Letter, officer: Account, head: Account
) -> None:
    assert "Nhắc việc 15/6/2022" in page(client, officer, "/tai-khoan/hop-thu")
    assert "Có một việc." in page(client, officer, f"/tai-khoan/hop-thu/{letter.pk}")
    assert "Nhắc việc 15/6/2022" not in page(client, head, "/tai-khoan/hop-thu")
    assert client.get(f"/tai-khoan/hop-thu/{letter.pk}").status_code == 404


def test_without_a_mail_server_the_administrator_sees_all_marked_as_demonstration(
    client: Client, letter: Letter, administrator: Account
) -> None:
    shown = page(client, administrator, "/quan-tri/thu-da-gui")
    assert "Minh họa, không gửi ra ngoài" in shown
    assert "Cán bộ" not in letter.office
    assert "Có một việc." in page(client, administrator, f"/quan-tri/thu-da-gui/{letter.pk}")


def test_words_that_went_to_a_person_are_read_by_him_alone(
    client: Client, post_office: PostOffice, letter: Letter, administrator: Account
) -> None:
    Letter.objects.update(state="sent", hint="c…@huyen-mau.example")
    shown = page(client, administrator, f"/quan-tri/thu-da-gui/{letter.pk}")
    assert "c…@huyen-mau.example" in shown
    assert "Có một việc." not in shown
    assert "can-bo@huyen-mau.example" not in shown


def test_what_was_given_up_is_found_with_its_reason_and_sent_again(
    client: Client, post_office: PostOffice, letter: Letter, administrator: Account
) -> None:
    Letter.objects.update(state="given_up", tries=11, problem="Máy chủ thư không trả lời kịp.")
    assert "Máy chủ thư không trả lời kịp." in page(client, administrator, "/quan-tri/thu-da-gui?state=given_up&q=tran")
    assert "Không có thư nào khớp" in page(client, administrator, "/quan-tri/thu-da-gui?state=given_up&q=nguyen")
    client.post(f"/quan-tri/thu-da-gui/{letter.pk}/thu-lai")
    letter.refresh_from_db()
    assert (letter.state, letter.tries) == ("waiting", 0)


def test_the_link_of_a_letter_turns_letters_off_by_its_button_alone(
    client: Client, letter: Letter, officer: Account
) -> None:
    assert path_to_turn_off(officer) in letter.text
    assert client.get(path_to_turn_off(officer)).status_code == 200
    assert MailWishes.objects.filter(by_mail=False).count() == 0
    client.post(path_to_turn_off(officer))
    assert MailWishes.objects.get(account=officer).by_mail is False


def test_a_link_that_was_changed_or_of_a_former_address_does_nothing(
    client: Client, letter: Letter, officer: Account, head: Account
) -> None:
    path = path_to_turn_off(officer)
    stolen = path.replace(f"/{officer.pk}.", f"/{head.pk}.")
    Account.objects.filter(pk=officer.pk).update(email="khac@huyen-mau.example")
    assert [client.post(each).status_code for each in (path, stolen, "/thu/tat/x", "/thu/tat/1.:")] == [404] * 4
    assert not MailWishes.objects.filter(by_mail=False).exists()


def test_the_addresses_that_letters_name_are_those_of_the_pages(officer: Account, letter: Letter) -> None:
    assert f"http://127.0.0.1:8000{reverse('letters:wishes')}" in letter.text
    word = path_to_turn_off(officer).rpartition("/")[2]
    assert path_to_turn_off(officer) == reverse("letters:off", args=(word,))
