"""What a task's page tells of products, of the documents handed in, and of everything that ever happened to it."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.following.actions import ask_extension as extension
from tinhso.steering.following.actions import ask_unit as request
from tinhso.steering.following.actions import complete_task as completion
from tinhso.steering.following.actions import discuss, give_work
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.actions.record_event import Happened, record_event
from tinhso.steering.following.actions.record_product import Delivered, record_product, take_back_product
from tinhso.steering.following.actions.remind_lead import remind_lead
from tinhso.steering.following.actions.report_progress import Progress, approve_progress, report_progress
from tinhso.steering.following.actions.return_progress import return_progress
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.programmes.models import Programme, Task

pytestmark = pytest.mark.django_db
PAPER = {
    "doc_kind": "QC",
    "doc_number": "15/QC-UBND",
    "doc_day": "10/7/2022",
    "doc_issuer": "UBND huyện Mẫu",
    "doc_signer": "Phạm Văn Mẫu",
    "doc_subject": "Quy chế quản lý hệ thống báo cáo",
}


def page(client: Client, task: Task) -> str:
    return client.get(reverse("pages:task", args=(task.programme_id, task.pk))).content.decode()


def products(client: Client, task: Task) -> list[str]:
    """The rows of the products' table."""
    part = page(client, task).partition("<h2>Sản phẩm</h2>")[2].partition("</table>")[0]
    return re.findall(r"<tr>.*?</tr>", part.partition("<tbody>")[2], re.DOTALL)


def test_each_product_has_its_own_day(client: Client, officer: Account, with_products: Task) -> None:
    client.force_login(officer)
    rule, report = products(client, with_products)
    assert ("Trình ban hành Quy chế quản lý" in rule, "31/7/2022" in rule, "30/9/2022" in rule) == (True, True, False)
    assert ("Báo cáo kết quả" in report, "30/9/2022" in report, "31/7/2022" in report) == (True, True, False)


def test_an_issued_document_is_told_with_its_number_day_kind_and_who_signed_it(
    client: Client, officer: Account, with_products: Task
) -> None:
    client.force_login(officer)
    rule = with_products.deliverables.order_by("position")[0]
    sent = reverse("work:act", args=(with_products.programme_id, with_products.pk, "san-pham"))
    client.post(sent, {**PAPER, "ve": rule.pk})
    told = "Quy chế số 15/QC-UBND ngày 10/7/2022, Phạm Văn Mẫu ký: Quy chế quản lý hệ thống báo cáo"
    row, other = products(client, with_products)
    assert told in row
    assert "ký:" not in other
    assert told in page(client, with_products).partition('id="lich-su"')[2]


@pytest.fixture
def lived_through(
    after_event: Task,
    with_products: Task,
    officer: Account,
    head: Account,
    colleague: Account,
    coordinator: Account,
    chair: Account,
    other_officer: Account,
    other_district: Unit,
) -> list[Task]:
    """Two tasks to which together everything has happened that can happen to one."""
    Programme.objects.update(head_approves=True)
    _event_and_reports(after_event, officer, head, coordinator)
    _work_of_others(after_event, (officer, head, colleague), other_officer, other_district)
    _more_time(after_event, officer, head, chair)
    _talk_and_done(after_event, officer, head, coordinator)
    rule = with_products.deliverables.order_by("position")[0]
    paper = IssuedDocument.objects.create(
        kind="QC", number="15", issued_on=date(2022, 7, 10), issuer="UBND", subject=""
    )
    record = record_product(rule, Delivered(proofs=(Proof(document=paper),)), Hand(officer))
    take_back_product(record, "Ghi nhầm", Hand(officer))
    return [after_event, with_products]


def _event_and_reports(task: Task, officer: Account, head: Account, coordinator: Account) -> None:
    remind_lead(task, "Báo cáo", Hand(coordinator))
    record_event(task, Happened(day=date(2022, 8, 1), what="Bộ ban hành Bộ chỉ số"), Hand(officer))
    said = Progress(said="doing", note="Đã có dự thảo")
    approve_progress(report_progress(task, said, Hand(officer)), Hand(head))
    return_progress(report_progress(task, said, Hand(officer)), "Thiếu số", Hand(head))


def _work_of_others(
    task: Task, own: tuple[Account, Account, Account], other_officer: Account, other_district: Unit
) -> None:
    officer, head, colleague = own
    given = give_work.give_work(task, give_work.Order(person=officer, wanted="Soạn"), Hand(head))
    give_work.accept_work(given, Hand(officer))
    give_work.return_work(given, "Đi công tác", Hand(officer))
    given = give_work.move_work(given, colleague, Hand(head))
    give_work.finish_work(given, Hand(colleague))
    wanted = request.Wanted(unit=other_district, what="Góp ý", due_on=date(2022, 8, 10))
    asked = request.ask_unit(task, wanted, Hand(officer))
    request.decline_request(asked, "Không thuộc chức năng", Hand(other_officer))
    request.want_again(asked, "Theo phân công", Hand(officer))
    request.answer_request(asked, "Nhất trí", Hand(other_officer))


def _more_time(task: Task, officer: Account, head: Account, chair: Account) -> None:
    wanted = extension.MoreTime(asked_on=date(2022, 11, 30), reason="Chờ Bộ")
    extension.take_back_extension(extension.ask_extension(task, wanted, Hand(officer)), Hand(officer))
    for decision in (Decision(due_on=None, reason="Đã chậm"), Decision(due_on=date(2022, 10, 31))):
        asked = extension.approve_extension(extension.ask_extension(task, wanted, Hand(officer)), Hand(head))
        decide_extension(asked, decision, Hand(chair))


def _talk_and_done(task: Task, officer: Account, head: Account, coordinator: Account) -> None:
    discuss.edit_comment(discuss.comment(task, "Hạn 20/7", Hand(officer)), "Hạn 25/7", Hand(officer))
    claim = completion.Claim(day=date(2022, 8, 20))
    completion.return_completion(completion.claim_completion(task, claim, Hand(officer)), "Thiếu", Hand(head))
    claimed = completion.approve_completion(completion.claim_completion(task, claim, Hand(officer)), Hand(head))
    completion.confirm_completion(claimed, Hand(coordinator))
    completion.reopen_task(task, "Còn phụ lục", Hand(coordinator))


def history(client: Client, task: Task) -> list[str]:
    lines = page(client, task).partition('id="lich-su"')[2]
    return re.findall(r'<li>\s*<p><strong>.*?<p class="under soft">.*?</p>', lines, re.DOTALL)


def test_whatever_happens_to_a_task_is_told_in_its_history_with_who_did_it(
    client: Client, lived_through: list[Task], coordinator: Account
) -> None:
    client.force_login(coordinator)
    lines = [line for task in lived_through for line in history(client, task)]
    for deed in Deed.objects.select_related("account"):
        told = [line for line in lines if f"<strong>{deed.get_kind_display()}</strong>" in line]
        assert any(str(deed.account) in line and deed.note in line for line in told), deed.kind
    missing = set(Deed.Kind.values) - set(Deed.objects.values_list("kind", flat=True))
    assert not missing, "what cannot be told because it has not happened here"
    assert len(lines) >= Deed.objects.count()


def test_a_unit_renamed_afterwards_keeps_in_the_history_the_name_of_its_time(
    client: Client, task: Task, officer: Account, district: Unit
) -> None:
    report_progress(task, Progress(said="doing", note="Đã có dự thảo", day=date(2022, 7, 1)), Hand(officer))
    version = UnitVersion.objects.get(unit=district)
    renamed, parent = date(2024, 1, 1), version.parent
    UnitVersion.objects.filter(pk=version.pk).update(valid_to=renamed)
    UnitVersion.objects.create(unit=district, name="Thị xã Mẫu", kind="town", parent=parent, valid_from=renamed)
    client.force_login(officer)
    (line,) = (each for each in history(client, task) if "Đã có dự thảo" in each)
    assert "UBND huyện Mẫu" in line
    assert "thị xã" not in line.lower()
