"""Many tasks at once: first what would happen, then the deed, each task told, nothing doubled."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import Comment, Completion, Notice, PersonalWork, ProgressEntry
from tinhso.steering.pages.bulk import screens
from tinhso.steering.programmes.models import Assignment, Programme, Task

pytestmark = pytest.mark.django_db
ONCE = "a" * 32


def send(client: Client, programme: Programme, deed: str, *codes: str, **sent: str) -> tuple[int, str]:
    tasks = programme.tasks.filter(code__in=codes).values_list("pk", flat=True)
    facts = {"viec_lam": deed, "viec": list(tasks), "once": ONCE, "query": "q=x", **sent}
    answer = client.post(reverse("bulk:bulk", args=(programme.pk,)), facts)
    return answer.status_code, unescape(answer.content.decode())


def test_the_list_offers_what_the_person_may_do(
    client: Client, programme: Programme, officer: Account, coordinator: Account, registrar: Account
) -> None:
    address = reverse("pages:tasks", args=(programme.pk,))
    for account, accepts, any_deed in ((officer, False, True), (coordinator, True, True), (registrar, False, False)):
        client.force_login(account)
        page = client.get(address).content.decode()
        assert ("Chấp nhận đề xuất tự động" in page, 'name="viec"' in page) == (accepts, any_deed)


def test_first_what_would_happen_is_told_and_nothing_is_written(
    client: Client, programme: Programme, coordinator: Account
) -> None:
    Task.objects.filter(code="II.2").update(acceptance="accepted", accepted_at="2022-01-01T00:00Z")
    client.force_login(coordinator)
    status, page = send(client, programme, "chap-nhan", "II.1", "II.2")
    assert status == 200
    assert "<strong>1</strong> nhiệm vụ làm được" in page
    assert "Nhiệm vụ này đã được chấp nhận." in page
    assert programme.tasks.get(code="II.1").is_proposed


def test_done_where_allowed_the_others_are_told(client: Client, programme: Programme, coordinator: Account) -> None:
    Task.objects.filter(code="II.2").update(acceptance="accepted", accepted_at="2022-01-01T00:00Z")
    client.force_login(coordinator)
    status, page = send(client, programme, "chap-nhan", "II.1", "II.2", buoc="duoc-phep")
    assert status == 200
    assert "1 nhiệm vụ không làm được" in page
    assert "Nhiệm vụ này đã được chấp nhận." in page
    assert not programme.tasks.get(code="II.1").is_proposed


def test_all_or_nothing_is_nothing_when_one_refuses(client: Client, programme: Programme, coordinator: Account) -> None:
    Task.objects.filter(code="II.2").update(acceptance="accepted", accepted_at="2022-01-01T00:00Z")
    client.force_login(coordinator)
    send(client, programme, "chap-nhan", "II.1", "II.2", buoc="tat-ca")
    assert programme.tasks.get(code="II.1").is_proposed
    send(client, programme, "chap-nhan", "II.1", "II.3", buoc="tat-ca")
    assert not programme.tasks.get(code="II.1").is_proposed


def test_a_task_changed_since_it_was_looked_at_is_refused(
    client: Client, programme: Programme, coordinator: Account
) -> None:
    client.force_login(coordinator)
    task = programme.tasks.get(code="II.1")
    Task.objects.filter(pk=task.pk).update(version=7)
    _status, page = send(client, programme, "chap-nhan", "II.1", buoc="duoc-phep", **{f"ban_{task.pk}": "1"})
    assert "Người khác vừa lưu thay đổi" in page
    assert programme.tasks.get(code="II.1").is_proposed


def test_work_is_given_to_one_person_once_however_often_it_is_sent(
    client: Client, programme: Programme, officer: Account, head: Account
) -> None:
    client.force_login(head)
    given = {"person": officer.username, "wanted": "Lập kế hoạch", "due_on": "31/12/2026", "buoc": "duoc-phep"}
    for _again in range(2):
        assert send(client, programme, "giao", "II.1", "II.4", **given)[0] == 302
    assert sorted(PersonalWork.objects.values_list("task__code", flat=True)) == ["II.1", "II.4"]
    assert Notice.objects.filter(account=officer).count() == 2


def test_looking_first_tells_nobody(client: Client, programme: Programme, officer: Account, head: Account) -> None:
    client.force_login(head)
    given = {"person": officer.username, "wanted": "Lập kế hoạch", "buoc": "xem"}
    assert "Sẽ làm" in send(client, programme, "giao", "II.1", **given)[1]
    assert not PersonalWork.objects.exists()
    assert not Notice.objects.exists()


def test_a_form_that_lacks_something_says_so_and_keeps_the_choice(
    client: Client, programme: Programme, head: Account
) -> None:
    client.force_login(head)
    _status, page = send(client, programme, "giao", "II.1", buoc="duoc-phep")
    assert "Có chỗ chưa đúng" in page
    assert f'name="viec" value="{programme.tasks.get(code="II.1").pk}"' in page


def test_another_units_task_refuses_for_itself(client: Client, programme: Programme, officer: Account) -> None:
    Assignment.objects.filter(task__code="II.4").update(unit=None, certainty="unknown")
    client.force_login(officer)
    _status, page = send(client, programme, "tien-do", "II.1", "II.4", said="unchanged", buoc="duoc-phep")
    assert "Bạn không được cập nhật tiến độ" in page
    assert ProgressEntry.objects.get().task.code == "II.1"


def test_claims_are_confirmed_together(
    client: Client, programme: Programme, officer: Account, coordinator: Account
) -> None:
    task = programme.tasks.get(code="II.1")
    Completion.objects.create(task=task, account=officer, kind="completed", day="2022-05-01")
    client.force_login(coordinator)
    _status, page = send(client, programme, "xac-nhan", "II.1", "II.4", buoc="duoc-phep")
    assert "không có báo hoàn thành đang chờ xác nhận" in page
    assert Completion.objects.get().state == Completion.State.CONFIRMED


def test_one_word_is_said_at_many_tasks(client: Client, programme: Programme, officer: Account) -> None:
    client.force_login(officer)
    assert send(client, programme, "trao-doi", "II.1", "II.4", text="Báo cáo trước thứ Sáu", buoc="tat-ca")[0] == 302
    assert Comment.objects.count() == 2


def test_other_words_from_the_same_page_are_said_as_well(
    client: Client, programme: Programme, officer: Account
) -> None:
    client.force_login(officer)
    for words in ("Báo cáo trước thứ Sáu", "Báo cáo trước thứ Sáu", "Kèm phụ lục"):
        send(client, programme, "trao-doi", "II.1", "II.4", text=words, buoc="tat-ca")
    said = Comment.objects.filter(task__code="II.1").values_list("note", flat=True)
    assert list(said) == ["Báo cáo trước thứ Sáu", "Kèm phụ lục"]


def test_the_preview_of_reminders_says_who_gets_how_many_and_each_is_sent_once(
    client: Client, programme: Programme, officer: Account, coordinator: Account
) -> None:
    client.force_login(coordinator)
    for _again in range(2):
        _status, page = send(client, programme, "nhac", "II.1", "II.4", words="Chậm", buoc="xem")
        assert "UBND huyện Mẫu: <strong>2</strong> thông báo" in page
    assert not Notice.objects.exists()
    for _again in range(2):
        assert send(client, programme, "nhac", "II.1", "II.4", words="Chậm", buoc="duoc-phep")[0] == 302
    assert Notice.objects.filter(kind="reminded", unit__key="huyen-mau").count() == 2
    _status, page = send(client, programme, "nhac", "II.1", "II.5", words="Chậm", buoc="xem", once="b" * 32)
    assert "mỗi ngày chỉ nhắc một lần" in page
    assert "UBND huyện Mẫu: <strong>1</strong> thông báo" in page


def test_nothing_chosen_and_too_much_chosen_are_told(
    client: Client, programme: Programme, coordinator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(coordinator)
    assert send(client, programme, "chap-nhan")[0] == 302
    monkeypatch.setattr(screens, "WHOLE", 1)
    assert send(client, programme, "chap-nhan", "II.1", "II.2")[0] == 422
    assert send(client, programme, "khong-co", "II.1")[0] == 404


def test_who_may_not_is_refused(client: Client, programme: Programme, officer: Account) -> None:
    client.force_login(officer)
    assert send(client, programme, "chap-nhan", "II.1", buoc="duoc-phep")[0] == 403
