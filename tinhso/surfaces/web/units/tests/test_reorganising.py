"""A decision on the screen: what is typed is kept, what is wrong is said, what is done is done once."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.cast import person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.session_store import CONFIRMED
from tinhso.kernel.organisations.loading.load import Loaded
from tinhso.kernel.organisations.models import Reorganisation, Unit, UnitVersion
from tinhso.kernel.reorganisations.models import Draft, Line

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-rieng-7"
DECISION = {"title": "Hợp nhất hai sở", "number": "12/NQ-HĐND", "effective_on": "01/6/2026"}
MERGER = {
    "unit_1": "Sở Y tế (bac-ninh-so-y-te)",
    "unit_2": "so noi vu",
    "name": "Sở Nội vụ và Y tế",
    "kind": "department",
    "parent": "Tỉnh Bắc Ninh",
    "with_children": "on",
}


@pytest.fixture
def keeper(bac_giang: Loaded, db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Account:
    settings.HOME = settings.FILES = tmp_path_factory.mktemp("home")
    return person("quan-ly", "Quản Lý", role=Role.ADMINISTRATOR, at=Unit.objects.get(key="tinh-bac-ninh"))


@pytest.fixture
def desk(client: Client, keeper: Account) -> Client:
    client.force_login(keeper, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def draft(desk: Client) -> Draft:
    desk.post("/sap-xep/moi", DECISION)
    return Draft.objects.get()


def said(client: Client, address: str, sent: Mapping[str, object] | None = None) -> str:
    response = client.get(address) if sent is None else client.post(address, sent, follow=True)
    return response.content.decode()


def seen(draft: Draft) -> str:
    return f"{draft.pk}:{Draft.objects.get(pk=draft.pk).version}"


def standing(key: str) -> bool:
    return UnitVersion.objects.valid_on(date(2026, 6, 1)).filter(unit__key=key).exists()


def test_other_words_from_a_form_that_was_sent_are_another_draft(desk: Client) -> None:
    once = "6f1d6a3e-3c0e-4d5e-9a35-0c7d3f4f2a11"
    for title in ("Hợp nhất hai sở", "Hợp nhất hai sở", "Đổi tên một sở"):
        answer = desk.post("/sap-xep/moi", {**DECISION, "title": title, "once": once}, follow=True)
        assert title in answer.content.decode()
    assert list(Draft.objects.order_by("pk").values_list("title", flat=True)) == ["Hợp nhất hai sở", "Đổi tên một sở"]


def test_a_merger_is_typed_by_names_and_told_in_sentences(desk: Client, draft: Draft) -> None:
    shown = said(desk, f"/sap-xep/{draft.pk}/buoc/sap-nhap", MERGER)
    assert "Thành lập Sở Nội vụ và Y tế (sở và cơ quan tương đương), trực thuộc Tỉnh Bắc Ninh." in shown
    assert "Sở Y tế nhập vào Sở Nội vụ và Y tế; đơn vị trực thuộc đi theo." in shown


@pytest.mark.parametrize(
    ("step", "sent", "sentence"),
    [
        ("sap-nhap", {"unit_1": "xa", "into": "Sở Y tế"}, "đơn vị khớp"),
        ("sap-nhap", {"unit_1": "Sở Vũ trụ", "into": "Sở Y tế"}, "Không có đơn vị nào khớp."),
        ("sap-nhap", {"unit_1": "Sở Y tế"}, "Hãy chọn đơn vị đang có, hoặc ghi tên và loại của đơn vị mới."),
        ("sap-nhap", {"unit_1": "Sở Y tế", "into": "Sở Nội vụ", "name": "Sở Mới"}, "Chỉ chọn một"),
        ("doi", {"unit": "Sở Y tế"}, "Hãy ghi ít nhất một điều thay đổi."),
        ("chia-tach", {"unit": "Sở Y tế", "successor_1": "Sở Nội vụ", "share_1": "140"}, "100"),
    ],
)
def test_a_wrong_step_is_said_beside_what_was_typed(
    desk: Client, draft: Draft, step: str, sent: dict[str, object], sentence: str
) -> None:
    response = desk.post(f"/sap-xep/{draft.pk}/buoc/{step}", sent)
    shown = response.content.decode()
    assert response.status_code == 422
    assert sentence in shown
    assert 'value="Sở' in shown or 'value="xa"' in shown
    assert not Line.objects.exists()


def test_every_kind_of_step_is_kept(desk: Client, draft: Draft) -> None:
    steps = {
        "thanh-lap": {"name": "Ban Mẫu", "kind": "agency", "parent": "Tỉnh Bắc Ninh", "head_title": "Trưởng ban"},
        "doi": {"unit": "Sở Y tế", "name": "Sở Y tế và Dân số"},
        "chia-tach": {"unit": "Sở Nội vụ", "successor_1": "Ban Mẫu", "share_1": "40", "function_1": "Tôn giáo"},
        "chuyen-chuc-nang": {"unit": "Sở Tài chính", "successor": "Ban Mẫu", "function": "Giá"},
        "giai-the": {"unit": "Sở Công Thương", "with_children": "on"},
    }
    for step, sent in steps.items():
        desk.post(f"/sap-xep/{draft.pk}/buoc/{step}", sent)
    shown = said(desk, f"/sap-xep/{draft.pk}")
    assert "Sở Y tế: tên mới “Sở Y tế và Dân số”." in shown
    assert "Sở Nội vụ chia sang Ban Mẫu 40 %: Tôn giáo." in shown
    assert "Sở Tài chính chuyển “Giá” cho Ban Mẫu." in shown
    assert "Sở Công Thương giải thể, kết thúc hoạt động; đơn vị trực thuộc chuyển về cấp trên." in shown
    assert "Chưa đưa vào hiệu lực được" not in said(desk, f"/sap-xep/{draft.pk}/xem-truoc")


def test_a_step_is_removed_and_a_second_click_finds_it_gone(desk: Client, draft: Draft) -> None:
    desk.post(f"/sap-xep/{draft.pk}/buoc/doi", {"unit": "Sở Y tế", "name": "Sở Khác"})
    place = f"/sap-xep/{draft.pk}/buoc/{Line.objects.get().pk}/xoa"
    assert "Đã xóa bước" in said(desk, place, {})
    assert desk.post(place).status_code == 404


def test_put_into_force_taken_back_and_told_on_the_way(desk: Client, draft: Draft) -> None:
    desk.post(f"/sap-xep/{draft.pk}/buoc/sap-nhap", MERGER)
    shown = said(desk, f"/sap-xep/{draft.pk}/hieu-luc", {"seen": seen(draft)})
    assert "Đã đưa vào hiệu lực từ 01/6/2026" in shown
    assert not standing("bac-ninh-so-y-te")
    again = said(desk, f"/sap-xep/{draft.pk}/hieu-luc", {"seen": seen(draft)})
    assert "Chưa đưa vào hiệu lực." in again
    assert desk.post("/sap-xep/rut-lai/2026-06-01", {"reason": " "}).status_code == 422
    assert "Đã rút lại 1 quyết định" in said(desk, "/sap-xep/rut-lai/2026-06-01", {"reason": "Thử"})
    assert standing("bac-ninh-so-y-te")


def test_who_signed_in_long_ago_proves_again_before_units_change(desk: Client, keeper: Account, draft: Draft) -> None:
    keeper.set_password(PASSWORD)
    keeper.save()
    desk.force_login(keeper, backend="django.contrib.auth.backends.ModelBackend")
    desk.post(f"/sap-xep/{draft.pk}/buoc/sap-nhap", MERGER)
    for place, sent, after in (
        (f"/sap-xep/{draft.pk}/hieu-luc", {"seen": seen(draft)}, False),
        ("/sap-xep/rut-lai/2026-06-01", {"reason": "Thử"}, True),
    ):
        session = desk.session
        session[CONFIRMED] = 0
        session.save()
        asked = desk.post(place, sent)
        assert (asked.status_code, standing("bac-ninh-so-y-te")) == (401, not after)
        carried = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked.content.decode()))
        desk.post(place, {**carried, "confirmation": PASSWORD})
        assert standing("bac-ninh-so-y-te") is after


def test_a_preview_that_is_out_of_date_puts_nothing_into_force(desk: Client, draft: Draft) -> None:
    previewed = seen(draft)
    desk.post(f"/sap-xep/{draft.pk}/buoc/sap-nhap", MERGER)
    shown = said(desk, f"/sap-xep/{draft.pk}/hieu-luc", {"seen": previewed})
    assert "đã thay đổi từ khi bạn xem trước" in shown
    assert standing("bac-ninh-so-y-te")


def test_what_speaks_against_a_decision_is_all_told_and_the_button_is_not_offered(desk: Client, draft: Draft) -> None:
    desk.post(f"/sap-xep/{draft.pk}/buoc/giai-the", {"unit": "tinh-bac-ninh"})
    desk.post(f"/sap-xep/{draft.pk}/buoc/doi", {"unit": "Sở Y tế", "parent": "Sở Y tế"})
    shown = said(desk, f"/sap-xep/{draft.pk}/xem-truoc")
    assert "còn đơn vị thuộc cấp trên không hoạt động" in shown
    assert "sẽ nằm dưới chính nó" in shown
    assert "Đưa vào hiệu lực từ" not in shown


def test_the_second_of_two_who_correct_the_head_sees_both_and_loses_nothing(desk: Client, draft: Draft) -> None:
    page = f"/sap-xep/{draft.pk}"
    desk.post(page, {**DECISION, "title": "Hợp nhất ba sở", "version": "1"})
    response = desk.post(page, {**DECISION, "title": "Hợp nhất bốn sở", "version": "1"})
    assert response.status_code == 409
    assert all(words in response.content.decode() for words in ("Hợp nhất ba sở", "Hợp nhất bốn sở"))
    assert Draft.objects.get().title == "Hợp nhất ba sở"


def test_the_event_of_july_2025_is_previewed_whole_with_its_four_decisions(desk: Client, keeper: Account) -> None:
    keeper.roles.update(unit=Unit.objects.get(key="bo-khcn"))
    desk.post("/sap-xep/rut-lai/2025-07-01", {"reason": "Diễn tập"})
    drafts = list(Draft.objects.all())
    shown = said(desk, f"/sap-xep/{drafts[0].pk}/xem-truoc")
    assert len(drafts) == 4
    assert "Chưa đưa vào hiệu lực được" not in shown
    assert all(f'name="seen" value="{draft.pk}:' in shown for draft in drafts)
    alone = said(desk, f"/sap-xep/{drafts[0].pk}/xem-truoc?chon=1")
    assert "Chưa đưa vào hiệu lực được" in alone


def test_the_paper_of_a_decision_is_kept_and_handed_out_to_be_saved(desk: Client) -> None:
    upload = SimpleUploadedFile("nghi-quyet.txt", "Nghị quyết".encode())
    desk.post("/sap-xep/moi", {**DECISION, "paper": upload})
    answer = desk.get(f"/sap-xep/{Draft.objects.get().pk}/ban-van")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]


def test_one_form_sent_twice_makes_one_draft(desk: Client) -> None:
    for _ in range(2):
        desk.post("/sap-xep/moi", {**DECISION, "once": "7b7f7c0e-6f0f-4f6f-9f5e-0c5a3a1b2c3d"})
    assert Draft.objects.count() == 1


def test_an_issue_after_the_day_of_effect_is_refused_in_words(desk: Client) -> None:
    shown = said(desk, "/sap-xep/moi", {**DECISION, "issued_on": "02/6/2026"})
    assert "Ngày ban hành không được sau ngày có hiệu lực." in shown


def test_what_stands_on_a_decision_is_named_on_the_page_that_would_take_it_back(desk: Client) -> None:
    shown = said(desk, "/sap-xep/rut-lai/2025-07-01")
    assert "Không rút lại được: đơn vị mới lập đã có 1 vai trò." in shown
    assert "Rút lại quyết định ngày 01/7/2025</button>" not in shown
    assert Reorganisation.objects.filter(effective_on=date(2025, 7, 1)).count() == 4
