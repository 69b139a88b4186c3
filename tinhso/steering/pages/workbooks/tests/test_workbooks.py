"""A table in Excel: exactly what is seen, with types."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.workbook.reading import Sheet, read_workbook
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import JUNE
from tinhso.steering.figures.tests.giving import YEAR, give, ratio
from tinhso.steering.programmes.models import Assignment, Indicator

pytestmark = pytest.mark.django_db
DAY = {"ngay": "31/12/2022"}


def sheets(client: Client, view: str, *keys: int, **query: str) -> list[Sheet]:
    answer = client.get(reverse(view, args=keys), {**DAY, **query})
    return read_workbook(answer.content, "bang.xlsx")


def table(sheet: Sheet) -> list[dict[str, object]]:
    """The rows below the head, by their labels."""
    head = next(place for place, row in enumerate(sheet.rows) if len([cell for cell in row if cell]) > 3)
    return [dict(zip(map(str, sheet.rows[head]), row, strict=True)) for row in sheet.rows[head + 1 :]]


def test_units_keep_numerator_denominator_and_days_and_who_gave_none_says_so(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, ratio(1, 3))
    rows = table(sheets(client, "workbooks:units", indicator.programme_id, indicator.pk)[0])
    theirs, mine = sorted(rows, key=lambda row: str(row["Đơn vị"]))
    # A share is told as on the page, rounded down; what it is made of stands beside it.
    assert (mine["Số mới nhất"], mine["Tử số"], mine["Mẫu số"]) == ("33,3%", 1, 3)
    assert (mine["Từ ngày"], mine["Đến hết ngày"]) == (YEAR, JUNE)
    assert (theirs["Số mới nhất"], theirs["Tử số"]) == ("chưa có số liệu", None)


def test_the_missing_alone_as_the_page_narrows_them(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, ratio(1, 3))
    keys = (indicator.programme_id, indicator.pk)
    rows = table(sheets(client, "workbooks:units", *keys, so="chua")[0])
    assert [row["Đơn vị"] for row in rows] == ["UBND huyện Khác"]
    address = f"{reverse('workbooks:units', args=keys)}?so=chua"
    assert address in client.get(reverse("pages:indicator", args=keys), {"so": "chua"}).content.decode()


def test_the_entries_behind_a_figure_with_what_took_their_place(
    client: Client, coordinator: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(coordinator)
    old = give(indicator, district, ratio(5, 10), by=coordinator)
    correct(old, ratio(4, 10), Whence(by=coordinator, note="=cộng nhầm"))
    keys = (indicator.programme_id, indicator.pk)
    new, replaced = table(sheets(client, "workbooks:entries", *keys, xem="tat_ca")[0])
    assert (new["Số"], new["Tử số"], new["Ghi chú"], new["Ai ghi"]) == (
        "40%",
        4,
        "=cộng nhầm",
        coordinator.display_name,
    )
    assert str(replaced["Tình trạng"]).startswith("đã thay ")
    assert [row["Tử số"] for row in table(sheets(client, "workbooks:entries", *keys)[0])] == [4]


def test_not_applicable_is_no_figure(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, Given(not_applicable=True))
    rows = table(sheets(client, "workbooks:units", indicator.programme_id, indicator.pk)[0])
    assert {row["Số mới nhất"] for row in rows} == {"không áp dụng", "chưa có số liệu"}


def test_the_list_of_indicators_under_its_filters(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, ratio(3, 4))
    (sheet,) = sheets(client, "workbooks:indicators", indicator.programme_id, q="truc tuyen")
    (row,) = (row for row in table(sheet) if row["Mã"] == "I.2")
    assert (row["Hiện nay"], row["Tử số"], row["Mẫu số"], row["Mức"]) == ("75%", 3, 4, "50%")
    assert row["Đạt vào ngày"] == date(2022, 12, 31)
    everything = table(sheets(client, "workbooks:indicators", indicator.programme_id)[0])
    assert len(everything) > len(table(sheet))
    assert "Từ cần tìm: truc tuyen" in str(sheet.rows[1][0])


def test_the_tables_of_the_board_count_as_the_page_does(client: Client, chair: Account, indicator: Indicator) -> None:
    client.force_login(chair)
    sections, units, *_groups = sheets(client, "workbooks:board", indicator.programme_id)
    page = client.get(reverse("pages:board", args=(indicator.programme_id,)), DAY)
    board = page.context["board"]
    assert [row["Tất cả"] for row in table(sections)] == [each.total.count for each in [*board.sections, board.whole]]
    assert [row["Đơn vị chủ trì"] for row in table(units)] == [each.name for each in board.bodies.units]
    assert reverse("workbooks:board", args=(indicator.programme_id,)) in page.content.decode()


def test_the_silent_units(client: Client, chair: Account, indicator: Indicator, district: Unit) -> None:
    client.force_login(chair)
    task = indicator.programme.tasks.all()[0]
    lead = {"role": Assignment.Role.LEAD, "certainty": Assignment.Certainty.CERTAIN, "position": 99}
    Assignment.objects.create(programme=indicator.programme, task=task, unit=district, wording="Huyện Mẫu", **lead)
    (sheet,) = sheets(client, "workbooks:silent", indicator.programme_id)
    page = client.get(reverse("watching:silent", args=(indicator.programme_id,)), DAY)
    assert [row["Đơn vị"] for row in table(sheet)] == [each.name for each in page.context["units"]] != []
    assert reverse("workbooks:silent", args=(indicator.programme_id,)) in page.content.decode()
