"""The same verbs on the command line."""

import json

import pytest

from tests.console import Capture, say, signed
from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db


def test_an_entry_is_written_in_the_name_of_an_account_and_shown(capsys: Capture, task: Task, officer: Account) -> None:
    words = ("task", task.programme.code, task.code)
    assert say(capsys, *words, "--said", "doing", "--note", "Đã họp", "--as", "officer")[0] == 0
    assert ProgressEntry.objects.get().account == officer
    assert signed("following_deed") == ("officer", "lệnh task")
    code, out, _ = say(capsys, *words, "--json")
    assert (code, json.loads(out)["deeds"][0]["unit"]) == (0, "UBND huyện Mẫu")
    assert "Đã họp" in say(capsys, *words)[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("II.99",), "Chương trình không có nhiệm vụ mã “II.99”."),
        (("II.1", "--said", "doing", "--note", "x", "--as", "ai-do"), "Không có tài khoản “ai-do” đang hoạt động."),
        (("II.1", "--said", "unchanged", "--as", "registrar"), "Bạn không được cập nhật tiến độ"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    capsys: Capture, task: Task, registrar: Account, words: tuple[str, ...], sentence: str
) -> None:
    code, _out, complaint = say(capsys, "task", task.programme.code, *words)
    assert code == 2
    assert sentence in complaint


def test_reminding_says_how_many_were_new(capsys: Capture, task: Task, officer: Account) -> None:
    assert "2 thông báo mới" in say(capsys, "remind", "--on", "28/7/2022")[1]
    assert "0 thông báo mới" in say(capsys, "remind", "--on", "28/7/2022")[1]


def test_what_waits_for_a_person_and_what_his_unit_leads_is_listed(
    capsys: Capture, task: Task, officer: Account, head: Account
) -> None:
    Programme.objects.update(head_approves=True)
    report_progress(task, Progress(said="doing", note="Đã họp"), Hand(officer))
    code, told, _ = say(capsys, "mine", "head", "--on", "01/8/2022")
    assert code == 0
    assert f"Chờ duyệt: 1\n  {task.code}  {officer}: Đã họp" in told
    assert f"{task.code}  {task.text}  (hạn 31/7/2022)" in told.partition("Đã quá hạn")[2]
    assert "Chờ duyệt" not in say(capsys, "mine", "officer", "--on", "01/8/2022")[1]


def test_who_has_no_part_in_programmes_has_nothing_to_see(capsys: Capture, task: Task, citizen: Account) -> None:
    code, told, complaint = say(capsys, "mine", citizen.username)
    assert (code, told) == (2, "")
    assert "không thuộc phạm vi của bạn" in complaint
