"""A plan comes in: sent, read with progress, refused with one sentence, cancelled; then made into a programme."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.samples import SEED
from tinhso.steering.pages.tests.conftest import RECEIVE
from tinhso.steering.programmes.models import PlanDocument, ReadingJob

pytestmark = pytest.mark.django_db


def test_a_file_sent_is_read_in_the_background_and_the_page_says_how_far(desk: Client) -> None:
    answer = desk.post(RECEIVE, {"file": SimpleUploadedFile(SEED.name, SEED.read_bytes())})
    job = ReadingJob.objects.get()
    assert answer.headers["Location"] == reverse("pages:job", args=(job.pk,))
    page = desk.get(answer.headers["Location"]).content.decode()
    assert "Chờ đến lượt – đã làm 0 %" in page
    assert 'hx-trigger="every 1s"' in page


def test_without_script_a_link_asks_again(desk: Client) -> None:
    desk.post(RECEIVE, {"text": SEED.read_text(encoding="utf-8")})
    job = reverse("pages:job", args=(ReadingJob.objects.get().pk,))
    assert f'<a class="button" href="{job}">Xem lại tiến độ</a>' in desk.get(job).content.decode()


def test_when_it_is_read_the_page_goes_to_the_result(desk: Client, document: PlanDocument) -> None:
    job = reverse("pages:job", args=(ReadingJob.objects.get().pk,))
    result = reverse("pages:document", args=(document.pk,))
    assert desk.get(job, headers={"HX-Request": "true"}).headers["HX-Redirect"] == result
    assert result in desk.get(job).content.decode()


def test_a_refusal_is_one_sentence_above_the_form_with_what_was_typed(desk: Client) -> None:
    secret = "MẬT\nKẾ HOẠCH\nPhòng thủ năm 2022\n1. Xây dựng công trình"
    answer = desk.post(RECEIVE, {"text": secret})
    page = answer.content.decode()
    assert answer.status_code >= 400
    assert "1. Xây dựng công trình" in page
    assert not ReadingJob.objects.exists()


@pytest.mark.parametrize("text", ["", "   \n"])
def test_sending_nothing_is_told(desk: Client, text: str) -> None:
    answer = desk.post(RECEIVE, {"text": text})
    assert answer.status_code == 422
    assert "Hãy chọn một tệp hoặc dán nội dung kế hoạch." in answer.content.decode()


def test_the_same_file_again_leads_to_the_document_that_lies_here(desk: Client, document: PlanDocument) -> None:
    answer = desk.post(RECEIVE, {"file": SimpleUploadedFile("khác.txt", SEED.read_bytes())})
    assert answer.status_code == 409
    assert reverse("pages:document", args=(document.pk,)) in answer.content.decode()


def test_a_reading_is_cancelled_by_a_button(desk: Client) -> None:
    desk.post(RECEIVE, {"text": SEED.read_text(encoding="utf-8")})
    job = ReadingJob.objects.get()
    page = desk.post(reverse("pages:cancel_job", args=(job.pk,)), follow=True).content.decode()
    assert "Đã hủy" in page
    assert "Tiếp nhận tệp khác" in page


def test_the_result_tells_what_was_read(desk: Client, document: PlanDocument) -> None:
    page = desk.get(reverse("pages:document", args=(document.pk,))).content.decode()
    assert "18</span>" in page
    assert "chỉ tiêu, 21 mức" in page
    assert "(để trống)/KH-BCĐCĐS" in page
    assert "Lập chương trình" in page
