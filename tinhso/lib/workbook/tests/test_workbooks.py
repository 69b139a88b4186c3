"""Workbooks: what is written is read the same, nothing comes out as a formula, nothing hostile comes in."""

import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhso.lib.cells import Unread, read_number
from tinhso.lib.workbook.parts import Limits
from tinhso.lib.workbook.reading import Cell, read_workbook
from tinhso.lib.workbook.refusals import UnreadableWorkbook
from tinhso.lib.workbook.writing import Column, Heading, Table, Value, write_workbook

NUMBERS = st.decimals(min_value=-(10**16), max_value=10**16, places=6)


def written(*rows: Sequence[Value] | Heading, entry: bool = False) -> bytes:
    columns = [Column("Tên", 30), Column("Số", entry=entry)]
    return write_workbook(Table(name="Bảng mẫu", above=(), columns=columns, rows=rows))


def read(content: bytes, limits: Limits | None = None) -> list[list[Cell]]:
    (sheet,) = read_workbook(content, "bang.xlsx", limits)
    return [list(row) for row in sheet.rows]


def refusal(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableWorkbook) as told:
        read_workbook(content, "bang.xlsx", limits)
    return told.value.sentence


def made(make: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        make(book)
    return file.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The file with parts changed or added; their names have "__" for "/" and "_" for "."."""
    file, source = BytesIO(), ZipFile(BytesIO(content))
    changed = {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name in source.namelist():
            if name not in changed:
                packed.writestr(name, source.read(name))
        for name, part in changed.items():
            packed.writestr(name, part)
    return file.getvalue()


@settings(max_examples=30)
@given(NUMBERS)
def test_every_number_written_is_read_as_the_same(number: Decimal) -> None:
    assert read_number(read(written(["a", number]))[1][1]) == number


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=50, alphabet=st.characters(exclude_categories=["C"])))
def test_no_text_comes_out_as_a_formula_a_link_or_a_number(text: str) -> None:
    content = written([text, None])
    assert "<f>" not in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<hyperlink" not in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert read(content)[1][0] == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "0123", "1.234"]
)
def test_what_begins_as_a_formula_is_a_cell_of_text(text: str) -> None:
    sheet = ZipFile(BytesIO(written([text, None]))).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert '<c r="A2" s="' in sheet
    assert sheet.partition('<c r="A2"')[2].partition(">")[0].endswith('t="s"')


def test_numbers_shares_and_days_keep_their_types() -> None:
    content = written(["a", Fraction(8996, 10000)], ["b", date(2022, 6, 14)], ["c", 1234], Heading("Nhóm"), ["d", None])
    assert read(content)[1:] == [
        ["a", "89,9%"],
        ["b", date(2022, 6, 14)],
        ["c", 1234],
        ["Nhóm", None],
        ["d", None],
    ]
    styles = ZipFile(BytesIO(content)).read("xl/styles.xml").decode()
    assert "dd/mm/yyyy" in styles
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<v>0.899</v>" in sheet


def test_the_head_stays_in_sight_and_filters() -> None:
    sheet = ZipFile(BytesIO(written(["a", 1]))).read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:B2"/>' in sheet


def test_only_the_cells_to_be_filled_in_are_open() -> None:
    content = written(["a", 1], entry=True)
    assert "<sheetProtection" in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert 'locked="0"' in ZipFile(BytesIO(content)).read("xl/styles.xml").decode()


def test_an_error_a_formula_without_value_and_a_percentage_are_told_as_they_are_seen() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0%"})
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
        sheet.write_formula("B1", "=1+1", None, 2)
        sheet.write_number("C1", 0.85, percent)
        sheet.write_formula("D5", "=A1+1", None, 7)

    content = made(fill)
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").replace(b"<v>7</v>", b"")
    rows = read(repacked(content, xl__worksheets__sheet1_xml=sheet))
    assert (rows[0][:3], rows[4][3]) == (["#DIV/0!", 2, "85%"], "=A1+1")
    for cell in ("#DIV/0!", "85%", "=A1+1"):
        with pytest.raises(Unread):
            read_number(cell)


def test_a_table_that_begins_further_down_keeps_its_places() -> None:
    rows = read(made(lambda book: book.add_worksheet().write_number("C3", 5)))
    assert rows[2][2] == 5


def test_a_hidden_sheet_is_not_read() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Thấy").write_string("A1", "a")
        hidden = book.add_worksheet("Ẩn")
        hidden.write_string("A1", "b")
        hidden.hide()

    assert read(made(fill)) == [["a"]]


PLAIN = written(["a", 1])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không phải tệp .xlsx"),
        (b"a;b\n1;2\n", "không phải tệp .xlsx"),
        (b"<html><table></table></html>", "không phải tệp .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kiểu cũ"),
        (PLAIN[: len(PLAIN) // 2], "bị hỏng"),
        (b"PK\x03\x04" + b"\0" * 300, "bị hỏng"),
        (repacked(PLAIN, xl__vbaProject_bin=b"x"), "có macro"),
        (repacked(PLAIN, xl__workbook_bin=b"x"), ".xlsb"),
        (repacked(PLAIN, word__document_xml=b"x"), "văn bản Word"),
        (repacked(PLAIN, content_xml=b"x"), ".ods"),
        (repacked(PLAIN, xl__externalLinks__externalLink1_xml=b"<x/>"), "tệp khác"),
        (repacked(PLAIN, xl__worksheets__sheet1_xml=b"<worksheet><sheetData>"), "bị hỏng"),
        (repacked(PLAIN, xl__styles_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "khai báo lạ"),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused_with_one_sentence(content: bytes, words: str) -> None:
    said = refusal(content)
    assert said.startswith("Không đọc được tệp “bang.xlsx”: ")
    assert words in said
    assert said.count(". ") == 0


def test_a_small_file_that_unpacks_to_a_thousand_times_itself_is_refused() -> None:
    bomb = repacked(PLAIN, xl__sharedStrings_xml=b" " * (90 * 1024 * 1024))
    assert len(bomb) < 1024 * 1024
    assert "giải nén" in refusal(bomb)


def test_a_directory_that_tells_a_smaller_size_does_not_help() -> None:
    size, claimed = struct.pack("<I", 4_000_000), struct.pack("<I", 10)
    bomb = repacked(PLAIN, xl__sharedStrings_xml=b" " * 4_000_000).replace(size, claimed)
    assert "bị hỏng" in refusal(bomb)


@pytest.mark.parametrize("cell", ["A1048576", "XFD1"])
def test_a_lone_cell_at_the_end_of_the_sheet_costs_nothing(cell: str) -> None:
    assert "bảng" in refusal(made(lambda book: book.add_worksheet().write_number(cell, 1)))


def with_empty_rows(count: int) -> bytes:
    sheet = ZipFile(BytesIO(PLAIN)).read("xl/worksheets/sheet1.xml")
    empty = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (row, row) for row in range(3, count + 3))
    return repacked(PLAIN, xl__worksheets__sheet1_xml=sheet.replace(b"</sheetData>", empty + b"</sheetData>"))


def test_rows_that_say_nothing_are_passed_over() -> None:
    assert read(with_empty_rows(30_000)) == [["Tên", "Số"], ["a", 1]]


def test_a_sheet_formatted_down_to_its_last_row_is_refused() -> None:
    assert "dòng trống" in refusal(with_empty_rows(1_000_000))


def test_more_rows_than_are_read_is_told() -> None:
    rows: list[list[Value]] = [["a", number] for number in range(9)]
    assert "3 dòng" in refusal(written(*rows), Limits(rows=3))


def test_a_file_of_which_no_sheet_can_be_seen_is_refused() -> None:
    def only_a_chart(book: xlsxwriter.Workbook) -> None:
        chart = book.add_chart({"type": "line"})
        assert chart is not None
        chart.add_series({"values": "={1,2,3}"})
        book.add_chartsheet().set_chart(chart)

    assert "không có trang tính nào" in refusal(made(only_a_chart))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_file_damaged_anywhere_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(PLAIN)
    for place, byte in changes:
        content[place] = byte
    with suppress(UnreadableWorkbook):
        assert read_workbook(bytes(content), "bang.xlsx")
