"""Letters of reminders over a real mail server: one a day, in peace at night, urgent ones at once for who wants it."""

from datetime import date, time

import pytest
from django.utils import timezone

from tests.post_office import PostOffice
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.mail.sending import send_due
from tinhso.kernel.organisations.models import Reorganisation
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.give_work import Order as Work
from tinhso.steering.following.actions.give_work import give_work
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.actions.return_progress import return_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import mark_read, notices_of
from tinhso.steering.following.models import Notice, NoticeLetter
from tinhso.steering.following.reminding.clock import tell
from tinhso.steering.following.reminding.letters import write_letters
from tinhso.steering.following.reminding.tests.conftest import at, with_address
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


def in_peace_never(account: Account, **wishes: object) -> None:
    hours = {"quiet_from": time(0), "quiet_until": time(0), "quiet_days_off": False}
    MailWishes.objects.create(account=account, **{**hours, **wishes})


def test_one_letter_a_day_tells_all_that_is_new(post_office: PostOffice, programme: Programme, reader: Account) -> None:
    in_peace_never(reader)
    tell(at(27, 7, 0))
    assert not Letter.objects.exists()
    tell(at(27, 7, 31))
    tell(at(27, 16, 0))
    send_due(timezone.now())
    (letter,) = post_office.letters()
    assert letter.subject == "Nhắc việc 27/7/2022: 2 sắp đến hạn"
    assert "Cán bộ đơn vị, UBND huyện Mẫu" in letter.text
    assert "- Nhiệm vụ II.1 hạn 31/7/2022, còn 2 ngày làm việc\n  II.1 " in letter.text
    first = notices_of(reader, at(27).date()).get(words__startswith="Nhiệm vụ II.1")
    assert f'<a href="http://127.0.0.1:8000/thong-bao/{first.pk}">' in letter.html
    assert NoticeLetter.objects.filter(account=reader).count() == 2


def test_a_part_that_fails_by_the_clock_keeps_nobody_from_the_reminders(
    programme: Programme, reader: Account, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_day: date) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tinhso.steering.figures.by_clock.turn", fail)
    assert tell(at(27, 7, 31))[0] > 0
    assert "ZeroDivisionError" in caplog.text


def test_what_came_after_the_days_letter_waits_for_the_next(programme: Programme, reader: Account) -> None:
    tell(at(21, 7, 30))
    Notice.objects.update(created_at=at(21, 9, 0))
    NoticeLetter.objects.all().delete()
    Letter.objects.all().delete()
    write_letters(at(21, 10, 0))
    assert not Letter.objects.exists()
    write_letters(at(22, 7, 30))
    assert Letter.objects.get().key == f"digest:{reader.pk}:2022-07-22"


def test_at_the_weekend_no_letter_is_written_and_monday_tells_only_the_latest(
    programme: Programme, task: Task, reader: Account
) -> None:
    Task.objects.filter(pk=task.pk).update(due_on=at(22).date())
    tell(at(21, 9, 0))
    for day in (22, 23, 24):
        tell(at(day, 6, 0))
    tell(at(23, 9, 0))
    NoticeLetter.objects.all().delete()
    Letter.objects.all().delete()
    tell(at(25, 7, 30))
    lines = [line for line in Letter.objects.get().text.splitlines() if line.startswith("- Nhiệm vụ II.1 ")]
    assert lines == ["- Nhiệm vụ II.1 hạn 22/7/2022, quá hạn 3 ngày"]


def test_who_was_told_of_a_later_moment_hears_no_more_of_an_earlier_one(
    programme: Programme, task: Task, reader: Account
) -> None:
    in_peace_never(reader, without=["due_soon"], pace="all")
    Task.objects.filter(pk=task.pk).update(due_on=at(22).date())
    tell(at(21, 9, 0))
    tell(at(22, 9, 0))
    MailWishes.objects.update(without=[])
    tell(at(22, 10, 0))
    assert [letter.subject for letter in Letter.objects.filter(subject__contains="II.1 ")] == [
        "Đến hạn hôm nay: Nhiệm vụ II.1 hạn 22/7/2022, hạn hôm nay"
    ]


def test_what_was_read_or_done_meanwhile_is_not_written_of(programme: Programme, task: Task, reader: Account) -> None:
    tell(at(27, 6, 0))
    claim_completion(task, Claim(day=at(26).date()), Hand(reader))
    mark_read(reader, notices_of(reader, at(27).date()).exclude(task=task))
    tell(at(27, 7, 30))
    assert not Letter.objects.exists()


def test_who_has_no_address_has_only_the_page(programme: Programme, officer: Account) -> None:
    tell(at(27))
    assert notices_of(officer, at(27).date()).count() == 2
    assert not Letter.objects.exists()


def test_who_turned_letters_off_or_a_kind_of_them_gets_none_of_it(programme: Programme, reader: Account) -> None:
    in_peace_never(reader, without=["due_soon"])
    tell(at(27))
    MailWishes.objects.update(by_mail=False, without=[], digested_on=None)
    tell(at(27))
    assert not Letter.objects.exists()


def test_urgent_things_are_told_at_once_to_who_wants_that_and_the_rest_waits(
    task: Task, reader: Account, head: Account
) -> None:
    in_peace_never(reader, pace="urgent", digested_on=timezone.localdate())
    give_work(task, Work(person=reader, wanted="Soạn dự thảo", due_on=at(29).date()), Hand(head))
    entry = report_progress(task, Progress(said="doing", note="Đang soạn"), Hand(reader))
    return_progress(entry, "Thiếu số liệu", Hand(head))
    assert write_letters(timezone.now()) == 1
    assert write_letters(timezone.now()) == 0
    letter = Letter.objects.get()
    assert letter.subject.startswith("Bị trả lại: ")
    assert "Soạn dự thảo" not in letter.text


def test_a_letter_written_at_night_goes_in_the_morning(
    post_office: PostOffice, programme: Programme, task: Task, reader: Account
) -> None:
    MailWishes.objects.create(account=reader, pace="all")
    Task.objects.filter(pk=task.pk).update(due_on=at(28).date())
    tell(at(28, 0, 5))
    assert {letter.next_at for letter in Letter.objects.all()} == {at(28, 7, 0)}
    assert post_office.letters() == []


def test_after_a_merger_the_successors_officer_gets_the_letter(
    post_office: PostOffice, programme: Programme, reader: Account, other_officer: Account
) -> None:
    with_address(other_officer)
    in_peace_never(other_officer)
    RoleAssignment.objects.filter(account=reader).update(valid_to=at(1).date())
    decision = Reorganisation(key="sap-nhap", title="Sắp xếp", effective_on=at(1).date())
    put_into_force(Order(decision, (Step("end", "huyen-mau"),), (Follow("merge", "huyen-mau", "huyen-khac"),)))
    tell(at(27))
    send_due(timezone.now())
    assert [letter.to for letter in post_office.letters()] == [other_officer.email]
