"""What an official sees of the units on a day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import lend, person
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.kernel.search.findable import Hit, Seeker
from tinhso.kernel.search.finding import find
from tinhso.kernel.search.ranking import Window
from tinhso.lib.dates import write_date

pytestmark = pytest.mark.django_db


def page(office: Client, address: str) -> str:
    response = office.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_tree_of_2022_shows_every_commune_with_its_district(office: Client) -> None:
    shown = page(office, "/don-vi?on=20/4/2022")
    assert "Đơn vị ngày 20/4/2022" in shown
    assert shown.count('href="/don-vi/cap-xa-') == 209
    assert "Sở Thông tin và Truyền thông" in shown


def test_a_unit_renamed_is_shown_in_the_tree_at_once(office: Client) -> None:
    assert "Sở Thử đổi tên" not in page(office, "/don-vi?on=20/4/2022")
    UnitVersion.objects.filter(unit__key="so-tttt").update(name="Sở Thử đổi tên")
    assert "Sở Thử đổi tên" in page(office, "/don-vi?on=20/4/2022")


def test_the_tree_of_july_2025_has_no_district(office: Client) -> None:
    shown = page(office, "/don-vi?on=01/7/2025")
    assert "cap-huyen-" not in shown
    assert shown.count('href="/don-vi/cap-xa-') == 99


def test_a_search_without_diacritics_finds_the_commune_and_says_where_it_is(office: Client) -> None:
    shown = page(office, "/don-vi?on=20/4/2022&q=dong+ky")
    assert "Xã Đồng Kỳ" in shown
    assert "Huyện Yên Thế" in shown
    assert "Xã Đồng Sơn" not in shown


def test_an_unreadable_day_is_said_and_today_is_shown(office: Client) -> None:
    assert "Ngày viết như 05/3/2022." in page(office, "/don-vi?on=hôm+nọ")


def test_a_day_before_the_data_says_what_will_stand_here(office: Client) -> None:
    assert "Chưa có đơn vị nào trong ngày này" in page(office, "/don-vi?on=01/01/1990")


def test_a_department_that_has_ended_shows_who_took_its_work_and_by_which_decision(office: Client) -> None:
    shown = page(office, "/don-vi/so-tttt?on=20/4/2022")
    assert "Giám đốc Sở Thông tin và Truyền thông" in shown
    assert "/don-vi/so-khcn-2025" in shown
    assert "Báo chí, xuất bản" in shown
    assert "HĐND tỉnh Bắc Giang, 19/02/2025" in shown


def test_a_merged_commune_lists_the_communes_it_was_made_of(office: Client) -> None:
    shown = page(office, "/don-vi/cap-xa-07210-2025")
    assert "Phường Thọ Xương" in shown
    assert "1658/NQ-UBTVQH15 ngày 16/6/2025" in shown


def test_a_renamed_district_keeps_its_history(office: Client) -> None:
    shown = page(office, "/don-vi/cap-huyen-viet-yen?on=01/02/2024")
    assert "Huyện Việt Yên" in shown
    assert "938/NQ-UBTVQH15" in shown
    assert "17 đơn vị trực thuộc" in shown


def test_an_unknown_unit_is_not_found(office: Client) -> None:
    assert office.get("/don-vi/khong-co").status_code == 404


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/don-vi").status_code == 302


def test_the_tree_takes_the_same_few_queries_on_every_day(office: Client) -> None:
    assert queries(office, "/don-vi?on=20/4/2022") == queries(office, "/don-vi?on=01/7/2025") <= 12


def test_a_units_page_takes_the_same_queries_whatever_stands_under_it(office: Client) -> None:
    assert queries(office, "/don-vi/tinh-bac-giang?on=20/4/2022") == queries(office, "/don-vi/so-y-te?on=20/4/2022")


def found(query: str, account: Account) -> list[Hit]:
    answer = find(query, Seeker(account, timezone.localdate(), {}), Window(8))
    return [hit for each in answer.found if each.kind.name == "unit" for hit in each.hits]


def test_the_search_over_everything_finds_old_names_too(official: Account) -> None:
    hits = found("so thong tin va truyen thong", official)
    assert hits[0].title == "Sở Thông tin và Truyền thông"
    assert "đến hết 28/02/2025" in hits[0].note


def test_a_person_without_a_role_finds_no_units(db: None) -> None:
    nobody = Account.objects.create_account("khach", display_name="Khách")
    assert found("so", nobody) == []


def queries(office: Client, address: str) -> int:
    # What the person may do is read with the first page, whichever that is.
    page(office, "/don-vi?on=01/01/1990")
    with CaptureQueriesContext(connection) as captured:
        page(office, address)
    return len(captured)


def test_an_ended_department_says_who_goes_on_with_its_open_work(office: Client) -> None:
    shown = page(office, "/don-vi/so-tttt?on=01/7/2025")
    assert "Việc còn mở của đơn vị này do" in shown
    assert "/don-vi/bac-ninh-so-khcn?on=01/7/2025" in shown
    assert "cấp trên tiếp nhận" in page(office, "/don-vi/cap-huyen-yen-the?on=01/7/2025")


def test_the_line_of_descent_goes_back_to_the_departments_of_2022(office: Client) -> None:
    shown = page(office, "/don-vi/bac-ninh-so-khcn?on=01/7/2025")
    assert "Hình thành từ" in shown
    assert all(f"/don-vi/{key}?on=" in shown for key in ("so-khcn-2025", "so-tttt", "so-khcn"))


def test_the_people_of_a_unit_are_those_of_the_day(office: Client) -> None:
    assert "Cán Bộ Mẫu" in page(office, "/don-vi/so-tttt?on=20/4/2022").partition("Người làm việc")[2]
    assert "Chưa có tài khoản nào giữ vai trò" in page(office, "/don-vi/so-y-te?on=20/4/2022")


def test_a_delegation_stands_with_who_gave_it_on_its_days(office: Client, official: Account) -> None:
    unit = Unit.objects.get(key="bac-ninh-so-khcn")
    head = person("truong", "Phạm Văn Trưởng", role=Role.HEAD_OF_UNIT, at=unit, title="Giám đốc")
    lent = lend(head, person("pho", "Lê Thị Phó", role=Role.UNIT_OFFICER, at=unit))
    last = lent.valid_to - timedelta(days=1)
    told = f"Ủy quyền cho Lê Thị Phó từ {write_date(lent.valid_from)} đến hết {write_date(last)}"
    for day, shows in ((lent.valid_from, True), (last, True), (lent.valid_to, False)):
        people = page(office, f"/don-vi/{unit.key}?on={write_date(day)}").partition("Người làm việc")[2]
        giver = people.partition("Phạm Văn Trưởng")[2].partition("</li>")[0]
        assert (told in giver) == shows
        assert people.count("Ủy quyền cho") == int(shows)
