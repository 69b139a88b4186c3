"""The grid of an indicator: good rows are saved, the others stay as typed with the reason at the cell."""

import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Protocol

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import JUNE
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.pages.grid.lines import Line
from tinhso.steering.pages.grid.rows import State, read_row
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.reporting.models import CheckRule
from tinhso.steering.reporting.models.checks import Check, Severity


class Answer(Protocol):
    """What a test reads of an answer."""

    status_code: int
    content: bytes


pytestmark = pytest.mark.django_db
DAYS = {"tu": "01/01/2022", "den": "14/6/2022"}


class Officer:
    """Somebody at the grid of an indicator over the first half year."""

    def __init__(self, client: Client, account: Account, indicator: Indicator) -> None:
        client.force_login(account)
        self.client, self.indicator = client, indicator
        self.address = reverse("grid:grid", args=(indicator.programme_id, indicator.pk), query=DAYS)

    def opens(self) -> dict[str, str]:
        """The fields of the form as the page holds them."""
        rows = self.client.get(self.address).context["grid"].rows
        sent: dict[str, str] = {}
        for row in rows:
            sent |= {f"{row.line.key}-{name}": words for name, words in row.typed.items()}
            sent[f"{row.line.key}-thay"] = row.line.seen
        return sent

    def types(self, unit: Unit, **cells: str) -> dict[str, str]:
        """The fields that hold this."""
        return {f"{self.indicator.pk}.{unit.pk}-{name}": words for name, words in cells.items()}

    def saves(self, *parts: dict[str, str]) -> Answer:
        sent: dict[str, str] = {"viec": "luu"}
        for part in parts:
            sent |= part
        return self.client.post(self.address, sent)


def text(answer: Answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def coordinating(client: Client, coordinator: Account, indicator: Indicator, measure: Measure) -> Officer:
    """Who may enter for both districts."""
    return Officer(client, coordinator, indicator)


def test_good_rows_are_saved_and_the_others_stay_as_typed_with_the_reason(
    coordinating: Officer, district: Unit, other_district: Unit
) -> None:
    answer = coordinating.saves(
        coordinating.opens(),
        coordinating.types(district, tu_so="1.234", mau_so="2 468"),
        coordinating.types(other_district, tu_so="85%", mau_so="100"),
    )
    assert answer.status_code == 422
    value = Value.objects.get()
    assert (value.unit, value.numerator, value.denominator, value.to_on) == (
        district,
        Decimal(1234),
        Decimal(2468),
        JUNE,
    )
    assert 'value="85%"' in text(answer)
    assert "Ô này cần số, không phải phần trăm" in text(answer)
    assert "Đã lưu 1 số liệu" in text(answer)


def test_only_the_units_of_a_person_stand_in_his_grid(
    client: Client, officer: Account, indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    own = Officer(client, officer, indicator)
    assert [key.partition("-")[0] for key in own.opens()] == [f"{indicator.pk}.{district.pk}"] * 4
    own.saves(own.opens(), own.types(other_district, tu_so="1", mau_so="2", thay=":0"))
    assert not Value.objects.exists()


def test_sent_twice_it_is_saved_once(coordinating: Officer, district: Unit) -> None:
    form = coordinating.opens() | coordinating.types(district, tu_so="5", mau_so="10")
    assert coordinating.saves(form).status_code == 302
    assert coordinating.saves(form).status_code == 302
    assert Value.objects.count() == 1


def test_a_correction_sent_twice_is_made_once(coordinating: Officer, indicator: Indicator, district: Unit) -> None:
    give(indicator, district, ratio(5, 10))
    form = coordinating.opens() | coordinating.types(district, tu_so="4", ghi_chu="cộng nhầm")
    assert [coordinating.saves(form).status_code for _ in range(2)] == [302, 302]
    assert Value.objects.count() == 2


def test_a_figure_that_stands_is_replaced_only_with_a_reason(
    coordinating: Officer, indicator: Indicator, district: Unit
) -> None:
    old = give(indicator, district, ratio(5, 10))
    form = coordinating.opens() | coordinating.types(district, tu_so="4")
    assert "Hãy ghi lý do sửa số liệu." in text(coordinating.saves(form))
    assert Value.objects.count() == 1
    assert coordinating.saves(form, coordinating.types(district, ghi_chu="cộng nhầm")).status_code == 302
    new = Value.objects.get(corrects=old)
    assert (new.numerator, new.note) == (Decimal(4), "cộng nhầm")


def test_the_second_of_two_is_told_what_stands_and_by_whom_and_overwrites_nothing(
    coordinating: Officer, officer: Account, indicator: Indicator, district: Unit
) -> None:
    form = coordinating.opens() | coordinating.types(district, tu_so="4", mau_so="10")
    give(indicator, district, ratio(7, 10), by=officer)
    told = coordinating.saves(form)
    assert "Trong lúc bạn nhập, ô này đã có 70,0 % (7/10), " + officer.display_name in text(told)
    assert [value.numerator for value in Value.objects.known_at()] == [7]
    again = coordinating.opens() | coordinating.types(district, tu_so="4", mau_so="10", ghi_chu="rà soát lại")
    assert coordinating.saves(again).status_code == 302
    assert [value.numerator for value in Value.objects.known_at()] == [4]


def test_a_row_that_was_not_touched_takes_nothing_back(
    coordinating: Officer, officer: Account, indicator: Indicator, district: Unit, other_district: Unit
) -> None:
    old = give(indicator, district, ratio(5, 10))
    form = coordinating.opens() | coordinating.types(other_district, tu_so="1", mau_so="2")
    correct(old, ratio(7, 10), Whence(by=officer, note="rà soát"))
    assert coordinating.saves(form).status_code == 302
    assert Value.objects.known_at().get(unit=district).numerator == 7


def test_what_is_strange_is_saved_once_it_was_looked_at(
    coordinating: Officer, indicator: Indicator, district: Unit
) -> None:
    give(indicator, district, ratio(60, 100), to_on=date(2022, 3, 14))
    form = coordinating.opens() | coordinating.types(district, tu_so="30", mau_so="100")
    assert "Số lũy kế giảm so với kỳ trước 60,0 % (60/100)." in text(coordinating.saves(form))
    assert Value.objects.count() == 1
    assert coordinating.saves(form, coordinating.types(district, dung="1")).status_code == 302
    assert Value.objects.count() == 2


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"tu_so": "5"}, "Còn thiếu mẫu số."),
        ({"tu_so": "5", "mau_so": "0"}, "Mẫu số phải lớn hơn 0."),
        ({"tu_so": "-5", "mau_so": "10"}, "Tử số không được âm."),
        ({"tu_so": "11", "mau_so": "10"}, "không thể lớn hơn mẫu số"),
        ({"tu_so": "5", "mau_so": "10", "kad": "x"}, "hãy để trống ô này"),
        ({"tu_so": "-"}, "có thể là số 0"),
        ({"ghi_chu": "chưa tổng hợp"}, "Có ghi chú nhưng chưa có số liệu."),
    ],
)
def test_what_cannot_be_is_refused_at_the_cell(
    coordinating: Officer, measure: Measure, district: Unit, cells: dict[str, str], sentence: str
) -> None:
    Measure.objects.filter(pk=measure.pk).update(share_of_whole=True)
    answer = coordinating.saves(coordinating.opens(), coordinating.types(district, **cells))
    assert sentence in text(answer)
    assert 'aria-invalid="true"' in text(answer)
    assert not Value.objects.exists()


@pytest.mark.parametrize("cells", [{"kad": "x"}, {"tu_so": "Không áp dụng"}, {"tu_so": "KAD", "mau_so": "KAD"}])
def test_not_applicable_is_ticked_or_written(coordinating: Officer, district: Unit, cells: dict[str, str]) -> None:
    coordinating.saves(coordinating.opens(), coordinating.types(district, **cells))
    assert Given.of(Value.objects.get()) == Given(not_applicable=True)


def test_emptying_a_row_withdraws_nothing(coordinating: Officer, indicator: Indicator, district: Unit) -> None:
    give(indicator, district, ratio(5, 10))
    answer = coordinating.saves(coordinating.opens(), coordinating.types(district, tu_so="", mau_so=""))
    assert "Để trống không xóa số đã ghi" in text(answer)
    assert Value.objects.known_at().get().numerator == 5


@pytest.mark.parametrize(
    ("kind", "cells", "given"),
    [
        ("number", {"so": "1.234,5"}, Given(number=Decimal("1234.5"))),
        ("yes_no", {"co_khong": "Không"}, Given(numerator=Decimal(0), denominator=Decimal(1))),
        ("day", {"ngay": "5/3/2022"}, Given(day=date(2022, 3, 5))),
        ("words", {"loi": "=Đã ban hành,\r\nđang làm"}, Given(answer="=Đã ban hành,\nđang làm")),
    ],
)
def test_every_kind_of_measure_has_its_columns(
    coordinating: Officer, measure: Measure, district: Unit, kind: str, cells: dict[str, str], given: Given
) -> None:
    Measure.objects.filter(pk=measure.pk).update(kind=kind, aggregation="none" if kind in {"day", "words"} else "sum")
    form = coordinating.opens() | coordinating.types(district, **cells)
    assert coordinating.saves(form).status_code == 302
    assert Given.of(Value.objects.get()) == given
    # What stands comes back as it was typed: sent again, nothing changes.
    assert coordinating.saves(coordinating.opens()).status_code == 302
    assert Value.objects.count() == 1


def test_a_script_is_told_while_one_types_and_nothing_is_saved(coordinating: Officer, district: Unit) -> None:
    key = f"{coordinating.indicator.pk}.{district.pk}"
    form = coordinating.types(district, tu_so="85%", mau_so="10", thay=":0") | {"viec": "kiem"}
    told = json.loads(coordinating.client.post(coordinating.address, form).content)["rows"]
    assert list(told) == [key]
    assert told[key]["state"] == "wrong"
    assert "phần trăm" in told[key]["errors"]["tu_so"]
    assert not Value.objects.exists()


def test_what_the_programme_blocks_is_refused_whatever_is_ticked(
    coordinating: Officer, indicator: Indicator, district: Unit
) -> None:
    rule = {"check_name": Check.FALL, "severity": Severity.BLOCK}
    CheckRule.objects.create(programme=indicator.programme, **rule)
    give(indicator, district, ratio(60, 100), to_on=date(2022, 3, 14))
    form = coordinating.opens() | coordinating.types(district, tu_so="55", mau_so="100", dung="1")
    assert "Số lũy kế giảm so với kỳ trước 60,0 % (60/100)." in text(coordinating.saves(form))
    assert Value.objects.count() == 1


def test_a_draft_is_changed_without_a_reason_and_with_its_note(measure: Measure) -> None:
    """As a report of a unit holds one."""
    draft = Line("1.2", "Chỉ tiêu I.2", measure, stands=ratio(5, 10), version="3", open=True, note="ước")
    cells = {"tu_so": "5", "mau_so": "10"}
    assert read_row(draft, {**cells, "ghi_chu": "ước"}, seen=draft.seen).state == State.KEPT
    assert read_row(draft, {**cells, "ghi_chu": "chính thức"}, seen=draft.seen).state == State.CHANGED
    assert read_row(draft, {**cells, "tu_so": "6"}, seen=draft.seen).given == ratio(6, 10)
    assert read_row(draft, {**cells, "tu_so": "6"}, seen="2:0").state == State.WRONG


def test_two_sources_for_a_cell_are_not_decided_in_the_grid(
    coordinating: Officer, indicator: Indicator, district: Unit
) -> None:
    give(indicator, district, ratio(5, 10))
    other = Whence(by=None, source=Value.Source.IMPORTED, reference="quy-2.csv:2")
    give(indicator, district, ratio(7, 10), whence=other)
    assert "Hai nguồn cho cùng một kỳ" in text(coordinating.client.get(coordinating.address))


def test_the_template_goes_out_and_comes_back(
    coordinating: Officer, indicator: Indicator, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(5, 10))
    content = downloaded(coordinating)
    (sheet,) = read_workbook(content, "mau.xlsx")
    head = next(row for row in sheet.rows if row[0] == "Mã dòng")
    assert head[1:-1] == ["Đơn vị", "Kỳ trước", "Tử số", "Mẫu số", "Không áp dụng", "Ghi chú, lý do sửa"]
    mine, theirs = (next(row for row in sheet.rows if row[1] == name) for name in ("UBND huyện Mẫu", "UBND huyện Khác"))
    assert (mine[3:5], theirs[3:5]) == ([5.0, 10.0], [None, None])
    again = uploaded(coordinating, content)
    assert "không đổi" in again
    assert "Chưa có gì được lưu" in again


def test_a_filled_template_is_shown_with_counts_and_saved_when_confirmed(
    coordinating: Officer, indicator: Indicator, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(5, 10))
    rows: dict[Unit, list[object]] = {district: [6, 10, None, "bổ sung"], other_district: [0.85, "=1+1", None, None]}
    told = uploaded(coordinating, filled(coordinating, rows))
    assert "<strong>1</strong> đổi" in told
    assert "<strong>1</strong> chưa đúng" in told
    assert "công thức" in told
    assert Value.objects.count() == 1
    form = coordinating.types(district, tu_so="6", mau_so="10", ghi_chu="bổ sung", tep="mau.xlsx")
    assert coordinating.saves(coordinating.opens(), form).status_code == 302
    new = Value.objects.known_at().get()
    assert (new.numerator, new.reference) == (Decimal(6), "tệp mau.xlsx")


def test_the_template_of_another_span_is_refused(coordinating: Officer, indicator: Indicator) -> None:
    content = downloaded(coordinating)
    coordinating.address = coordinating.address.replace("14/6", "14/9").replace("14%2F6", "14%2F9")
    assert "không phải mẫu của bảng và kỳ này" in uploaded(coordinating, content, status=422)
    assert "không phải tệp .xlsx" in uploaded(coordinating, b"tu so;mau so", status=422)


def test_a_grid_costs_as_many_queries_for_many_units_as_for_few(
    coordinating: Officer, indicator: Indicator, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    coordinating.client.get(coordinating.address)
    with django_assert_max_num_queries(16):
        coordinating.client.get(coordinating.address)


def downloaded(officer: Officer) -> bytes:
    address = officer.address.replace("bang-nhap", "bang-nhap.xlsx")
    return officer.client.get(address).content


def uploaded(officer: Officer, content: bytes, *, status: int = 200) -> str:
    file = SimpleUploadedFile("mau.xlsx", content)
    answer = officer.client.post(officer.address, {"viec": "nap", "tep": file})
    assert answer.status_code == status
    return text(answer)


def filled(officer: Officer, rows: dict[Unit, list[object]]) -> bytes:
    """The template as somebody fills it in."""
    (sheet,) = read_workbook(downloaded(officer), "mau.xlsx")
    by_key = {f"{officer.indicator.pk}.{unit.pk}": cells for unit, cells in rows.items()}
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for line, row in enumerate(sheet.rows):
            cells = [*row[:3], *by_key[str(row[0])]] if row[0] in by_key else row
            page.write_row(line, 0, cells)
    return file.getvalue()
