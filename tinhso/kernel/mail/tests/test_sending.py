"""Letters over a real SMTP server: taken, down and tried again, refused, killed in between; never twice."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from tests.post_office import PostOffice, free_port
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.content import Content
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.mail.queue import forget_old
from tinhso.kernel.mail.retrying import LetterNotRetried, retry
from tinhso.kernel.mail.sending import PAUSES, put_back, send_due
from tinhso.kernel.mail.tests.conftest import SAID, as_if_due, letter_to
from tinhso.kernel.mail.writing import OutsideTransaction, write_letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody_listens(settings: Settings) -> Settings:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    return settings


def sent(letter: Letter) -> Letter:
    send_due(timezone.now())
    return Letter.objects.get(pk=letter.pk)


def test_a_letter_is_sent_once_in_plain_words_and_html(post_office: PostOffice, reader: Account) -> None:
    letter = sent(letter_to(reader))
    assert sent(letter).state == Letter.State.SENT
    (read,) = post_office.letters()
    assert (read.to, read.subject) == ("can-bo@huyen-mau.example", "Việc đến hạn hôm nay")
    assert "- Nhiệm vụ II.1 đến hạn 20/6/2022\n  Kế hoạch mẫu\n  http://127.0.0.1:8000/thong-bao/1" in read.text
    assert '<a href="http://127.0.0.1:8000/thong-bao/1">Nhiệm vụ II.1 đến hạn 20/6/2022</a>' in read.html
    assert letter.hint == "c…@huyen-mau.example"


def test_the_same_letter_is_written_once(post_office: PostOffice, reader: Account) -> None:
    assert letter_to(reader) == letter_to(reader)
    assert Letter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_letter_about_what_is_undone_is_not_written(reader: Account) -> None:
    with transaction.atomic():
        write_letter(reader, SAID, key="k", kind="digest")
        transaction.set_rollback(True)
    with pytest.raises(OutsideTransaction):
        write_letter(reader, SAID, key="k", kind="digest")
    assert not Letter.objects.exists()


def test_a_server_that_is_down_is_asked_again_after_longer_pauses(nobody_listens: Settings, reader: Account) -> None:
    letter, waits = letter_to(reader), []
    for _ in range(2):
        letter = sent(as_if_due(letter))
        assert letter.next_at
        waits.append(round((letter.next_at - timezone.now()) / timedelta(minutes=1)))
    assert (waits, letter.state, letter.tries) == ([1, 5], "waiting", 2)
    assert letter.problem == "Không nói chuyện được với máy chủ thư (ConnectionRefusedError)."


def test_what_waited_is_sent_when_the_server_is_back(
    nobody_listens: Settings, reader: Account, request: pytest.FixtureRequest
) -> None:
    letter = sent(letter_to(reader))
    office: PostOffice = request.getfixturevalue("post_office")
    assert sent(as_if_due(letter)).state == Letter.State.SENT
    assert len(office.letters()) == 1


def test_after_the_last_pause_it_is_given_up(nobody_listens: Settings, reader: Account, administrator: Account) -> None:
    letter = letter_to(reader)
    for _ in range(len(PAUSES) + 1):
        letter = sent(as_if_due(letter))
    assert (letter.state, letter.tries) == ("given_up", 11)
    retry(letter, by=administrator)
    letter.refresh_from_db()
    assert (letter.state, letter.tries) == ("waiting", 0)


def test_a_recipient_whom_the_server_refuses_is_not_tried_again(post_office: PostOffice, reader: Account) -> None:
    post_office.answers = ["550 5.1.1 <can-bo@huyen-mau.example>: no such user"]
    letter = sent(letter_to(reader))
    assert (letter.state, letter.problem) == ("refused", "Máy chủ trả lời 550: 5.1.1 …: no such user")
    assert post_office.letters() == []


def test_a_recipient_who_is_busy_is_tried_again_and_holds_nobody_up(post_office: PostOffice, reader: Account) -> None:
    post_office.answers = ["451 4.7.1 greylisted"]
    first, second = letter_to(reader, key="1"), letter_to(reader, key="2")
    assert (sent(first).state, sent(second).state) == ("waiting", "sent")
    assert sent(as_if_due(first)).state == "sent"


def test_nothing_of_ours_in_a_header_makes_a_second_one(post_office: PostOffice, reader: Account) -> None:
    letter = letter_to(reader, Content("Hạn\r\nBcc: ai-do@ngoai.example\u2028x", "", ()))
    assert sent(letter).subject == "Hạn Bcc: ai-do@ngoai.example x"
    assert post_office.letters()[0].to == reader.email


def test_an_address_that_cannot_be_written_is_refused_and_not_tried_for_ever(
    post_office: PostOffice, reader: Account
) -> None:
    letter = letter_to(reader)
    Account.objects.update(email="a@x..y\r\nRCPT TO:<b@c.example>")
    assert sent(letter).state == Letter.State.REFUSED


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_who_has_left_or_has_no_address_gets_nothing(
    post_office: PostOffice, reader: Account, change: dict[str, object]
) -> None:
    letter = letter_to(reader)
    Account.objects.filter(pk=reader.pk).update(**change)
    assert sent(letter).state == Letter.State.DROPPED
    assert post_office.letters() == []


def test_without_a_server_letters_lie_in_the_mailbox(reader: Account, settings: Settings) -> None:
    letter = letter_to(reader)
    assert (letter.state, letter.next_at) == ("kept", None)
    settings.EMAIL_HOST = "127.0.0.1"
    assert send_due(timezone.now()) == 0


def test_a_try_in_quiet_hours_waits_for_their_end(post_office: PostOffice, reader: Account) -> None:
    letter = letter_to(reader)
    here = timezone.localtime()
    begins, ends = here - timedelta(minutes=5), here + timedelta(minutes=30)
    MailWishes.objects.update(quiet_from=begins.time(), quiet_until=ends.time(), digest_at=ends.time())
    letter = sent(letter)
    assert (letter.state, letter.tries) == ("waiting", 0)
    assert letter.next_at == ends.replace(second=0, microsecond=0)


def test_what_a_killed_worker_held_is_sent_unless_it_may_have_been(post_office: PostOffice, reader: Account) -> None:
    before, between = letter_to(reader, key="1"), letter_to(reader, key="2")
    now = timezone.now()
    Letter.objects.update(state="sending", held_until=now)
    Letter.objects.filter(pk=between.pk).update(handed_at=now)
    put_back(now)
    assert (sent(before).state, sent(between).state) == ("sent", "unsure")
    assert len(post_office.letters()) == 1


def test_what_has_gone_is_not_sent_again_by_anybody(
    post_office: PostOffice, reader: Account, administrator: Account
) -> None:
    letter = sent(letter_to(reader))
    with pytest.raises(LetterNotRetried):
        retry(letter, by=administrator)


def test_letters_are_kept_for_a_year_from_when_they_were_written_here(reader: Account) -> None:
    """Those of a demonstration tell of a day long past."""
    letter = letter_to(reader, now=timezone.now() - timedelta(days=1000))
    forget_old()
    assert Letter.objects.filter(pk=letter.pk).exists()
    Letter.objects.update(ended_at=timezone.now() - timedelta(days=366))
    forget_old()
    assert not Letter.objects.exists()


def test_an_address_that_cannot_be_written_holds_up_nobody(
    post_office: PostOffice, reader: Account, head: Account
) -> None:
    """It came from elsewhere than a form of ours."""
    head.email = "nguyễn@huyen-mau.example"
    head.save(update_fields=["email"])
    MailWishes.objects.create(account=head, quiet_from="00:00", quiet_until="00:00", quiet_days_off=False)
    strange, other = letter_to(head, key="l"), letter_to(reader)
    assert (sent(strange).state, sent(other).state) == (Letter.State.REFUSED, Letter.State.SENT)
