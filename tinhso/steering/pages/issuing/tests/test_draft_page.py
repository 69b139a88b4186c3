"""The draft of a consolidated report on screen and as a file."""

from datetime import date
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from tests.browser.fixtures import CheckAxe, SignIn, fits, size
from tests.cast import unit
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Unit
from tinhso.steering.issuing.tests.test_report import tell
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.reporting.models import Report, Round, RoundProgramme
from tinhso.steering.reporting.tests.conftest import name

pytestmark = pytest.mark.django_db


def at(round_: Round, view: str = "draft") -> str:
    return reverse(f"issuing:{view}", args=(round_.asks.all()[0].programme_id, round_.pk))


def shown(client: Client, address: str) -> str:
    return unescape(client.get(address).content.decode())


def test_the_board_leads_to_the_draft(desk: Client, report: Report) -> None:
    board = reverse("rounds:board", args=(report.round.asks.get().programme_id, report.round_id))
    assert f'href="{at(report.round)}"' in desk.get(board).content.decode()


def test_it_says_what_it_is_and_how_many_have_not_sent(desk: Client, report: Report, officer: Account) -> None:
    tell(report, officer)
    page = shown(desk, at(report.round))
    assert "Dự thảo" in page
    assert "<strong>2</strong> đơn vị</a> chưa gửi hoặc bị trả lại" in page
    assert f"lúc {timezone.localtime():%H:}" in page


def test_the_board_leads_to_the_letter_to_those_missing_while_there_are_any(desk: Client, report: Report) -> None:
    board = reverse("rounds:board", args=(report.round.asks.get().programme_id, report.round_id))
    assert f'href="{at(report.round, "urging")}"' in desk.get(board).content.decode()
    page = shown(desk, at(report.round, "urging"))
    assert "V/v đôn đốc gửi báo cáo" in page
    assert f'<a href="{board}?tinh_trang=thieu">' in page
    assert at(report.round, "urging_docx") in page
    Report.objects.update(required=False)
    assert at(report.round, "urging") not in desk.get(board).content.decode()
    answer = desk.get(at(report.round, "urging"))
    assert (answer.status_code, "Không đơn vị nào còn thiếu báo cáo" in unescape(answer.content.decode())) == (
        409,
        True,
    )


def test_what_a_unit_wrote_is_text_on_the_page(desk: Client, report: Report, officer: Account) -> None:
    tell(report, officer, difficulties="<script>alert(1)</script> & <b>đậm</b>")
    page = desk.get(at(report.round)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;" in page


def test_letters_that_the_pdf_cannot_print_are_named(desk: Client, report: Report, officer: Account) -> None:
    assert "Bản .pdf in ô vuông" not in shown(desk, at(report.round))
    tell(report, officer, difficulties="Xong 🙂 rồi")
    assert "Bản .pdf in ô vuông (□) thay cho ký tự mà phông chữ không có: 🙂" in shown(desk, at(report.round))


def test_a_number_of_units_leads_to_those_units(desk: Client, report: Report, officer: Account) -> None:
    tell(report, officer)
    Report.objects.filter(pk=report.pk).update(state="accepted", sent_on=date(2022, 9, 22))
    page = desk.get(at(report.round)).content.decode()
    board = reverse("rounds:board", args=(report.round.asks.get().programme_id, report.round_id))
    assert f'<a href="{board}?tinh_trang=tre">01</a> đơn vị gửi trễ' in page
    late = shown(desk, f"{board}?tinh_trang=tre")
    assert "UBND huyện Mẫu" in late
    assert "UBND huyện Khác" not in late


def test_word_gets_the_same_words(desk: Client, report: Report, officer: Account) -> None:
    tell(report, officer, proposals="Đề nghị tỉnh & huyện <cùng> làm.")
    answer = desk.get(at(report.round, "draft_docx"))
    body = ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()
    assert "Đề nghị tỉnh &amp; huyện &lt;cùng&gt; làm." in body
    assert answer.headers["Content-Disposition"].endswith('.docx"')


def test_the_pdf_has_the_same_words(desk: Client, report: Report, officer: Account) -> None:
    tell(report, officer, proposals="Đề nghị tỉnh & huyện <cùng> làm.")
    answer = desk.get(at(report.round, "draft_pdf"))
    pages = PdfDocument(answer.content)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "UBND huyện Mẫu: “Đề nghị tỉnh & huyện <cùng> làm.”" in text
    assert (answer.headers["Content-Type"], answer.headers["Content-Disposition"][-5:]) == ("application/pdf", '.pdf"')


@pytest.mark.parametrize("view", ["draft_docx", "draft_pdf"])
def test_a_sign_that_no_file_can_hold_is_named_with_its_place(
    desk: Client, report: Report, officer: Account, view: str
) -> None:
    """By the words around it the department finds on the page whose they are, and gives the report back."""
    tell(report, officer, difficulties="Chuông \x07 kêu")
    assert "Chuông" in shown(desk, at(report.round))
    answer = desk.get(at(report.round, view))
    page = unescape(answer.content.decode())
    assert (answer.status_code, "Không in được ký tự U+0007" in page, "Chuông" in page) == (422, True, True)


def test_each_programme_of_a_round_has_its_own_and_leads_to_the_others(
    desk: Client, quarter: Round, coordinator: Account, department_in_charge: Unit
) -> None:
    other: Programme = start(
        stored(small_plan().reading(), "khac.txt"),
        by=coordinator,
        name="Chương trình khác",
        coordinating_unit=department_in_charge,
    )
    RoundProgramme.objects.create(round=quarter, programme=other)
    page = desk.get(at(quarter)).content.decode()
    address = reverse("issuing:draft", args=(other.pk, quarter.pk))
    assert f'<a href="{address}">Chương trình khác</a>' in page
    assert desk.get(address).status_code == 200


@pytest.mark.parametrize("view", ["draft", "draft_docx", "draft_pdf", "urging", "urging_docx", "urging_pdf"])
def test_who_may_not_read_is_told_what_strangers_are(
    client: Client, quarter: Round, citizen: Account, view: str
) -> None:
    client.force_login(citizen)
    for address in (at(quarter, view), at(quarter, view).replace(f"/{quarter.pk}/", "/999999/")):
        answer = client.get(address)
        assert answer.status_code == 404
        assert quarter.title not in answer.content.decode()


def test_thirty_units_cost_the_page_no_more_than_three(
    desk: Client, quarter: Round, task: Task, province: Unit, officer: Account
) -> None:
    def cost() -> int:
        desk.get(at(quarter))
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(at(quarter)).status_code == 200
        return len(queries)

    few = cost()
    for number in range(30):
        made = unit(f"huyen-{number}", f"Huyện Số {number}", kind=Kind.DISTRICT, parent=province)
        name(made, task=task)
        report = Report.objects.create(round=quarter, unit=made, sender="district", due_on=date(2022, 9, 20))
        tell(report, officer, difficulties=f"Khó khăn {number}")
    assert cost() <= few


@pytest.mark.parametrize("width", [1280, 360])
def test_the_sheet_is_read_on_a_desk_and_on_a_phone(
    sign_in: SignIn, coordinator: Account, report: Report, officer: Account, axe: CheckAxe, *, width: int
) -> None:
    tell(report, officer, difficulties="Thiếu kinh phí.")
    page: Page = sign_in(coordinator)
    page.set_viewport_size(size(width))
    page.goto(at(report.round))
    axe(page)
    assert fits(page)
    assert page.get_by_role("heading", name="BÁO CÁO Kết quả thực hiện").is_visible()
