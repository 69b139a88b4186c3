"""Whoever has to go on with a report is told at once, by page and letter, in whose words and why."""

from datetime import date, datetime, time

import pytest
from django.test import Client
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.inbox import notices_of, unread
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.letters import write_letters
from tinhso.steering.reporting.actions.plan_round import change_dues
from tinhso.steering.reporting.actions.send_report import approve, submit, take_back
from tinhso.steering.reporting.actions.take_report import extend, return_report, return_to_officer
from tinhso.steering.reporting.models import Report, Round, RoundDue
from tinhso.steering.reporting.tests.conftest import hand
from tinhso.steering.reporting.tests.test_sending import save_everything
from tinhso.steering.reporting.windows import Due

DAY = date(2022, 9, 16)
CALLED = "báo cáo quý III năm 2022 của UBND huyện Mẫu"


@pytest.fixture
def written(report: Report, officer: Account) -> Report:
    """Huyện Mẫu has said everything."""
    save_everything(report, officer)
    return report


@pytest.fixture
def given(written: Report, officer: Account, head: Account) -> Report:
    """It lies with the department."""
    submit(written, "", hand(officer))
    return approve(written, "", hand(head))


def told(account: Account) -> list[tuple[str, str]]:
    return [(str(each.kind), each.words) for each in unread(account, DAY)]


def lettered(account: Account, pace: str = MailWishes.Pace.ALL) -> str:
    """What the letter of the moment after tells who asked to be told at once, of everything or of what is urgent."""
    account.email = f"{account.username}@tinh-mau.example"
    account.save(update_fields=["email"])
    MailWishes.objects.create(account=account, pace=pace)
    write_letters(timezone.make_aware(datetime.combine(DAY, time(9, 30))))
    letter = Letter.objects.filter(account=account).first()
    return letter.text if letter else ""


def test_the_head_is_told_that_a_report_waits_for_him(
    client: Client,
    written: Report,
    officer: Account,
    head: Account,
) -> None:
    submit(written, "Đã đối chiếu", hand(officer))
    words = "Báo cáo quý III năm 2022 của UBND huyện Mẫu chờ bạn duyệt, hạn 20/9/2022: Đã đối chiếu"
    assert (told(head), told(officer)) == ([("asked", words)], [])
    assert words in lettered(head)
    client.force_login(head)
    assert client.get(unread(head, DAY)[0].path).status_code == 200


def test_the_officers_are_told_why_the_department_returned_it(
    given: Report,
    coordinator: Account,
    officer: Account,
    head: Account,
    other_officer: Account,
) -> None:
    return_report(given, "Xem lại tử số", hand(coordinator))
    words = f"Nguyễn Thị Thử trả lại {CALLED}: Xem lại tử số"
    assert told(officer) == told(head) == [("returned", words)]
    assert told(other_officer) == told(coordinator) == []
    assert words in lettered(officer, MailWishes.Pace.URGENT)


def test_what_the_head_gives_back_is_told_to_the_officers_and_not_to_himself(
    written: Report,
    officer: Account,
    head: Account,
) -> None:
    submit(written, "", hand(officer))
    return_to_officer(written, "Thiếu số của xã", hand(head))
    assert told(officer) == [("returned", f"Phạm Văn Mẫu trả lại {CALLED}: Thiếu số của xã")]
    assert [each.kind for each in notices_of(head, DAY)] == ["asked"]


def test_who_has_done_what_he_was_asked_is_told_by_no_letter(
    written: Report,
    officer: Account,
    head: Account,
) -> None:
    submit(written, "", hand(officer))
    approve(written, "", hand(head))
    assert (told(head), lettered(head)) == ([], "")


def test_more_time_is_told_with_its_reason(written: Report, officer: Account, coordinator: Account) -> None:
    extend(written, date(2022, 9, 23), "Thay cán bộ", hand=hand(coordinator))
    assert told(officer) == [("decided", f"Gia hạn gửi {CALLED} đến hết ngày 23/9/2022: Thay cán bộ")]


def test_every_return_is_told_and_a_second_click_is_not(
    given: Report,
    coordinator: Account,
    head: Account,
) -> None:
    once = hand(coordinator)
    return_report(given, "Lần một", once)
    return_report(given, "Lần một", once)
    submit(given, "", hand(head))
    return_report(given, "Lần hai", hand(coordinator))
    assert [words[-7:] for _, words in told(head)] == ["Lần hai"]
    assert Notice.objects.filter(kind="returned").count() == 2


def test_where_the_unit_has_nobody_left_those_above_it_are_told(
    given: Report,
    coordinator: Account,
    chair: Account,
    province: Unit,
) -> None:
    """Whoever reports for the province can write for the district."""
    RoleAssignment.objects.filter(unit=given.unit).delete()
    RoleAssignment.objects.filter(account=chair).update(role="head_of_unit")
    return_report(given, "Xem lại", hand(coordinator))
    assert [kind for kind, _ in told(chair)] == ["returned"]


def test_what_was_taken_back_and_given_again_waits_once_more(
    written: Report,
    officer: Account,
    head: Account,
) -> None:
    submit(written, "", hand(officer))
    take_back(written, hand(officer))
    submit(written, "Bản sau", hand(officer))
    assert told(head)[0][1].endswith(": Bản sau")


def moved(quarter: Round, coordinator: Account, day: int) -> None:
    later = [Due(RoundDue.Sender.DISTRICT, date(2022, 9, day), before=False)]
    change_dues(quarter, later, "Nghỉ bù", hand=hand(coordinator))


def test_the_units_are_told_at_once_that_the_day_was_moved_for_all(
    quarter: Round, report: Report, officer: Account, other_officer: Account, coordinator: Account
) -> None:
    """Whoever has sent is not told, nor who has more time of his own."""
    moved(quarter, coordinator, 22)
    words = f"Đổi hạn gửi {CALLED}: đến hết ngày 22/9/2022. Lý do: Nghỉ bù"
    assert told(officer) == [("decided", words)]
    assert words.removeprefix("Đổi") in lettered(officer)
    assert [kind for kind, _words in told(other_officer)] == ["decided"]
    extend(report, date(2022, 9, 29), "Thay cán bộ", hand=hand(coordinator))
    moved(quarter, coordinator, 23)
    assert sum(words.startswith("Đổi hạn gửi") for _kind, words in told(officer)) == 1
    assert len(told(other_officer)) == 2


def test_who_has_sent_is_not_told_of_another_day(
    quarter: Round, given: Report, officer: Account, coordinator: Account
) -> None:
    moved(quarter, coordinator, 22)
    assert not [words for _kind, words in told(officer) if words.startswith("Đổi hạn")]


def test_who_reports_for_several_units_is_told_once_of_their_day(
    quarter: Round, district: Unit, commune: Unit, officer: Account, coordinator: Account
) -> None:
    """Nobody is at the commune: its district writes its report as well."""
    Report.objects.create(round=quarter, unit=commune, sender="district", due_on=date(2022, 9, 20))
    moved(quarter, coordinator, 22)
    said = [words for _kind, words in told(officer)]
    assert said == ["Đổi hạn gửi báo cáo quý III năm 2022 của 2 đơn vị: đến hết ngày 22/9/2022. Lý do: Nghỉ bù"]
