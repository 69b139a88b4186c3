"""What a person is offered on a task's page, and what comes of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.models import (
    Comment,
    Completion,
    Deed,
    Evidence,
    Extension,
    PersonalWork,
    ProductRecord,
    ProgressEntry,
    UnitRequest,
)
from tinhso.steering.programmes.models import Task

pytestmark = pytest.mark.django_db
DOING = {"said": "doing", "note": "Đã có dự thảo", "share": "40", "once": "a" * 32}
PAPER = {
    "doc_kind": "QC",
    "doc_number": "15/QC-UBND",
    "doc_day": "10/7/2022",
    "doc_issuer": "UBND huyện Mẫu",
    "doc_subject": "Quy chế quản lý",
}


def page(task: Task) -> str:
    return reverse("pages:task", args=(task.programme_id, task.pk))


def act(task: Task, doing: str, about: int | None = None) -> str:
    address = reverse("work:act", args=(task.programme_id, task.pk, doing))
    return f"{address}?ve={about}" if about else address


@pytest.fixture
def desk(client: Client, officer: Account) -> Client:
    """The lead's officer at his browser."""
    client.force_login(officer)
    return client


def test_the_lead_is_offered_his_verbs_and_a_reader_none(desk: Client, task: Task, registrar: Account) -> None:
    shown = desk.get(page(task)).content.decode()
    assert "Gửi cập nhật" in shown
    assert "Báo hoàn thành" in shown
    desk.force_login(registrar)
    assert "Gửi cập nhật" not in desk.get(page(task)).content.decode()


def test_an_update_is_written_with_its_evidence(desk: Client, task: Task) -> None:
    file = SimpleUploadedFile("du-thao.pdf", b"%PDF-1.4 du thao", content_type="application/pdf")
    answer = desk.post(
        act(task, "tien-do"), {**DOING, "proofs": file, "link": "https://example.vn/du-thao"}, follow=True
    )
    assert "Đã ghi cập nhật" in answer.content.decode()
    assert ProgressEntry.objects.get().share == 40
    proof = Evidence.objects.get(file__isnull=False)
    saved = desk.get(reverse("work:evidence", args=(task.programme_id, proof.pk)))
    assert (saved["Content-Disposition"], b"".join(saved)) == (
        'attachment; filename="du-thao.pdf"',
        b"%PDF-1.4 du thao",
    )


def test_a_double_click_writes_once_and_keeps_one_document(desk: Client, with_products: Task) -> None:
    rule = with_products.deliverables.order_by("position")[0]
    for _click in range(2):
        desk.post(act(with_products, "san-pham"), {**PAPER, "once": "b" * 32, "ve": rule.pk})
    assert (ProductRecord.objects.count(), IssuedDocument.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("doing", "first", "then"),
    [
        ("trao-doi", {"text": "Lời một"}, {"text": "Lời hai"}),
        ("tien-do", {**DOING, "note": "Lời một"}, {**DOING, "note": "Lời hai"}),
        ("tien-do", {**DOING, "note": "Lời hai", "share": "40"}, {**DOING, "note": "Lời hai", "share": "60"}),
        ("nhac", {"note": "Lời một"}, {"note": "Lời hai"}),
    ],
)
def test_other_words_under_a_used_key_are_not_lost(
    desk: Client, task: Task, coordinator: Account, doing: str, first: dict[str, str], then: dict[str, str]
) -> None:
    if doing == "nhac":
        desk.force_login(coordinator)
    for _click in range(2):
        assert desk.post(act(task, doing), {**first, "once": "c" * 32}).status_code == 302
    refused = desk.post(act(task, doing), {**then, "once": "c" * 32})
    shown = refused.content.decode()
    assert (refused.status_code, Deed.objects.count()) == (409, 1)
    assert "đã gửi với nội dung khác" in shown
    assert "Lời hai" in shown
    assert 'name="once" value="cccc' not in shown


def test_other_words_sent_once_more_are_written_beside_the_first(desk: Client, task: Task) -> None:
    desk.post(act(task, "trao-doi"), {"text": "Lời một", "once": "c" * 32})
    shown = desk.post(act(task, "trao-doi"), {"text": "Lời hai", "once": "c" * 32}).content.decode()
    key = shown.partition('name="once" value="')[2].partition('"')[0]
    for _click in range(2):
        assert desk.post(act(task, "trao-doi"), {"text": "Lời hai", "once": key}).status_code == 302
    assert list(Comment.objects.values_list("note", flat=True)) == ["Lời một", "Lời hai"]


def test_another_file_under_a_used_key_is_no_second_sending(desk: Client, task: Task) -> None:
    for content, status in ((b"%PDF-1.4 mot", 302), (b"%PDF-1.4 mot", 302), (b"%PDF-1.4 hai", 409)):
        file = SimpleUploadedFile("a.pdf", content, content_type="application/pdf")
        assert desk.post(act(task, "tien-do"), {**DOING, "proofs": file}).status_code == status
    assert Evidence.objects.count() == 1


def test_a_key_that_served_for_something_else_is_told(desk: Client, task: Task) -> None:
    desk.post(act(task, "tien-do"), DOING)
    answer = desk.post(act(task, "trao-doi"), {"text": "Xin ý kiến", "once": DOING["once"]})
    assert (answer.status_code, Comment.objects.count()) == (409, 0)
    assert "Xin ý kiến" in answer.content.decode()


def test_one_tap_says_that_nothing_changed_and_leads_back(desk: Client, task: Task) -> None:
    answer = desk.post(act(task, "tien-do"), {"said": "unchanged", "next": "/viec-cua-toi"})
    assert (answer.status_code, answer["Location"]) == (302, "/viec-cua-toi")
    assert ProgressEntry.objects.get().said == "unchanged"


def test_nobody_is_led_out_of_the_house(desk: Client, task: Task) -> None:
    answer = desk.post(act(task, "tien-do"), {"said": "unchanged", "next": "https://example.vn/"})
    assert answer["Location"] == page(task)


def test_what_is_wrong_is_told_beside_what_was_typed(desk: Client, task: Task) -> None:
    answer = desk.post(act(task, "gia-han"), {"asked_on": "01/6/2022", "reason": "Chờ Bộ hướng dẫn"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Ngày gia hạn phải sau hạn đang có (31/7/2022)." in shown
    assert "Chờ Bộ hướng dẫn" in shown


def test_a_document_named_half_is_asked_for_whole(desk: Client, with_products: Task) -> None:
    rule = with_products.deliverables.order_by("position")[0]
    answer = desk.post(act(with_products, "san-pham"), {"doc_kind": "QC", "ve": rule.pk})
    assert answer.status_code == 422
    assert not IssuedDocument.objects.exists()


def test_a_refused_file_refuses_the_whole(desk: Client, task: Task) -> None:
    file = SimpleUploadedFile("a.pdf", b"MZ program", content_type="application/pdf")
    answer = desk.post(act(task, "tien-do"), {**DOING, "proofs": file})
    assert answer.status_code >= 400
    assert not Deed.objects.exists()


def test_an_extension_goes_from_the_lead_to_the_coordinator_and_back(
    desk: Client, task: Task, officer: Account, coordinator: Account
) -> None:
    desk.post(act(task, "gia-han"), {"asked_on": "30/9/2022", "reason": "Chờ Bộ hướng dẫn", "paper": "45/TTr-UBND"})
    extension = Extension.objects.get()
    desk.force_login(coordinator)
    assert "xin gia hạn đến 30/9/2022" in desk.get(page(task)).content.decode()
    granted = {"verdict": "grant", "due_on": "15/9/2022", "paper_number": "3/TB", "paper_day": "20/7/2022"}
    desk.post(act(task, "quyet-dinh-gia-han", extension.pk), {**granted, "ve": extension.pk})
    task.refresh_from_db()
    assert str(task.due_on) == "2022-09-15"
    desk.force_login(officer)
    assert "Cho gia hạn" in desk.get(page(task)).content.decode()


def test_the_second_who_decides_is_told_how_it_stands(
    desk: Client, task: Task, coordinator: Account, chair: Account
) -> None:
    desk.post(act(task, "gia-han"), {"asked_on": "30/9/2022", "reason": "Chờ"})
    extension = Extension.objects.get()
    for who, reason, status in ((chair, "Không đủ căn cứ", 302), (coordinator, "Chưa có văn bản", 409)):
        desk.force_login(who)
        refused = {"verdict": "refuse", "reason": reason, "ve": extension.pk}
        answer = desk.post(act(task, "quyet-dinh-gia-han"), refused)
        assert answer.status_code == status
    shown = answer.content.decode()
    for words in ("không được gia hạn", "Chưa có văn bản", "Không đủ căn cứ", str(chair)):
        assert words in shown


def test_the_second_who_corrects_a_report_sees_what_the_first_wrote(
    desk: Client, task: Task, officer: Account, head: Account
) -> None:
    desk.post(act(task, "tien-do"), DOING)
    entry = ProgressEntry.objects.get()
    for who, note, status in ((head, "Lời thủ trưởng", 302), (officer, "Lời cán bộ", 409)):
        desk.force_login(who)
        answer = desk.post(act(task, "sua-tien-do"), {"said": "stuck", "note": note, "ve": entry.pk})
        assert answer.status_code == status
    shown = answer.content.decode()
    for words in ("vừa xử lý việc này (đã sửa)", "Lời cán bộ", "Lời thủ trưởng", str(head), "Có khó khăn, vướng mắc"):
        assert words in shown
    assert ">Lời cán bộ</textarea>" in shown.replace("\n", "")


@pytest.mark.parametrize("doing", ["hoan-thanh", "tien-do"])
def test_who_comes_after_the_claim_sees_the_claim(
    desk: Client, task: Task, officer: Account, head: Account, doing: str
) -> None:
    desk.force_login(head)
    desk.post(act(task, "hoan-thanh"), {"day": "15/7/2022", "note": "Thủ trưởng báo xong"})
    desk.force_login(officer)
    answer = desk.post(act(task, doing), {"day": "10/7/2022", "said": "doing", "note": "Lời cán bộ"})
    assert (answer.status_code, Completion.objects.count()) == (409, 1)
    shown = answer.content.decode()
    for words in ("Lời cán bộ", "Thủ trưởng báo xong", "ngày 15/7/2022", str(head)):
        assert words in shown


def test_who_records_a_product_that_is_in_sees_by_whom(
    desk: Client, with_products: Task, officer: Account, head: Account
) -> None:
    rule = with_products.deliverables.order_by("position")[0]
    for who, subject, status in ((head, "Quy chế thứ nhất", 302), (officer, "Quy chế thứ hai", 409)):
        desk.force_login(who)
        answer = desk.post(act(with_products, "san-pham"), {**PAPER, "doc_subject": subject, "ve": rule.pk})
        assert answer.status_code == status
    shown = answer.content.decode()
    assert "Quy chế thứ hai" in shown
    assert str(head) in shown


def test_a_part_is_given_and_done(desk: Client, task: Task, officer: Account, head: Account) -> None:
    desk.force_login(head)
    assert "officer" in desk.get(act(task, "giao-viec")).content.decode()
    desk.post(act(task, "giao-viec"), {"person": "officer", "wanted": "Soạn dự thảo", "due_on": "01/6/2022"})
    given = PersonalWork.objects.get()
    desk.force_login(officer)
    desk.post(act(task, "nhan-viec"), {"ve": given.pk})
    desk.post(act(task, "xong-viec"), {"ve": given.pk, "note": "Đã gửi"})
    given.refresh_from_db()
    assert given.state == "done"


def test_another_unit_is_asked_and_answers(
    desk: Client, task: Task, other_district: Unit, other_officer: Account
) -> None:
    asked = {"unit": other_district.pk, "wanted": "Góp ý", "due_on": "10/6/2022", "remind_days": "3"}
    desk.post(act(task, "phoi-hop"), asked)
    request = UnitRequest.objects.get()
    desk.force_login(other_officer)
    desk.post(act(task, "tra-loi"), {"ve": request.pk, "answer": "Nhất trí"})
    request.refresh_from_db()
    assert request.state == "answered"


def test_done_is_claimed_returned_and_claimed_again(
    desk: Client, task: Task, officer: Account, coordinator: Account
) -> None:
    desk.post(act(task, "hoan-thanh"), {"day": "15/7/2022", "note": "Đã ban hành"})
    claim = Completion.objects.get()
    desk.force_login(coordinator)
    desk.post(act(task, "tra-lai"), {"ve": claim.pk, "reason": "Thiếu phụ lục"})
    desk.force_login(officer)
    assert "Thiếu phụ lục" in desk.get(page(task)).content.decode()
    assert desk.post(act(task, "hoan-thanh"), {"day": "20/7/2022"}).status_code == 302


def test_an_event_starts_its_deadline(desk: Client, after_event: Task) -> None:
    assert "trong 30 ngày kể từ khi" in desk.get(act(after_event, "su-kien")).content.decode()
    desk.post(act(after_event, "su-kien"), {"what": "Bộ ban hành Bộ chỉ số", "day": "01/8/2022"})
    assert "31/8/2022" in desk.get(page(after_event)).content.decode()


def test_the_history_tells_everything_with_the_unit_of_its_time(desk: Client, task: Task) -> None:
    desk.post(act(task, "tien-do"), DOING)
    desk.post(act(task, "trao-doi"), {"text": "Xin ý kiến"})
    shown = desk.get(page(task)).content.decode().partition('id="lich-su"')[2]
    for words in ("Đưa vào chương trình", "Cập nhật tiến độ", "Trao đổi", "UBND huyện Mẫu"):
        assert words in shown


def test_a_thing_of_another_task_is_not_found(desk: Client, task: Task, with_products: Task) -> None:
    rule = with_products.deliverables.order_by("position")[0]
    assert desk.get(act(task, "san-pham", rule.pk)).status_code == 404
    assert desk.get(act(task, "khong-co")).status_code == 404
