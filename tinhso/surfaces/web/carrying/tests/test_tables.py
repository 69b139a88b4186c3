"""A table of a page becomes a workbook: its numbers are numbers, its days days, and words never a formula."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from lxml import html

from tinhso.lib.workbook.reading import Cell, read_workbook
from tinhso.lib.workbook.writing import Heading, Value, write_workbook
from tinhso.surfaces.web.carrying.tables import sheets, shown
from tinhso.surfaces.web.carrying.words import value_of

HEAD = "<thead><tr><th>Đơn vị</th><th class='number'>Số</th><th><span class='aloud'>Việc</span></th></tr></thead>"
BUTTON = "<td><form><button>Xóa</button></form></td>"


def table(rows: str, head: str = HEAD, label: str = "Bảng mẫu") -> str:
    return f"<div aria-label='{label}'><table>{head}<tbody>{rows}</tbody></table></div>"


def laid_out(*tables: str) -> list[list[Value]]:
    """Heads and rows of the only sheet."""
    (sheet,) = sheets((shown(each) for each in html.fragment_fromstring("".join(tables), "div").iter("table")), ())
    laid: list[list[Value]] = [[column.label for column in sheet.columns]]
    for row in sheet.rows:
        laid.append([row.words] if isinstance(row, Heading) else list(row))
    return laid


def kept(*rows: Sequence[str]) -> list[list[Cell]]:
    """What Excel has of cells."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}<td class='number'>1</td></tr>" for row in rows)
    content = write_workbook(*sheets([shown(html.fragment_fromstring(table(lines))[0])], ()))
    return [list(row) for row in read_workbook(content, "bang.xlsx")[0].rows]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.234,5", Decimal("1234.5")),
        ("-3", Decimal(-3)),
        ("85,0 %", Fraction(17, 20)),
        ("20/6/2022", date(2022, 6, 20)),
        ("14:05 05/3/2022", datetime.combine(date(2022, 3, 5), time(14, 5))),
        ("–", None),
        ("chưa có số liệu", "chưa có số liệu"),
        ("31/2/2022", "31/2/2022"),
        ("1,2,3", "1,2,3"),
    ],
)
def test_a_cell_of_numbers_is_what_its_words_say(words: str, value: Value) -> None:
    assert value_of(words, numeric=True) == value


def test_a_code_stays_as_it_is_written() -> None:
    assert [value_of(code, numeric=False) for code in ("012", "1.200", "12", "3,5")] == ["012", "1.200", "12", "3,5"]


@pytest.mark.parametrize("words", ["=1+1", "+84 90", "-x", "@SUM(A1)", "=HYPERLINK(&quot;http://x&quot;)"])
def test_words_that_begin_like_a_formula_are_words(words: str) -> None:
    assert kept([words])[1][0] == words.replace("&quot;", '"')


def test_what_is_pressed_or_only_spoken_is_left_out() -> None:
    unit = "<td>Sở A<span class='aloud'> của tỉnh</span> <a class='source'>nguồn</a></td>"
    row = f"<tr>{unit}<td class='number'>7</td>{BUTTON}</tr>"
    assert laid_out(table(row)) == [["Đơn vị", "Số"], ["Sở A", Decimal(7)]]


def test_what_is_told_under_a_figure_stands_beside_it() -> None:
    row = "<tr><td>Sở A</td><td class='number'>85,0 %<span class='under'>812/1.000</span></td><td></td></tr>"
    head = ["Đơn vị", "Số", "Số: ghi thêm: tử số", "Số: ghi thêm: mẫu số"]
    assert laid_out(table(row)) == [head, ["Sở A", Fraction(17, 20), Decimal(812), Decimal(1000)]]


def test_a_share_with_its_parts_is_three_numbers() -> None:
    row = "<tr><td>Sở A</td><td>81,2 % (812/1.000)</td><td></td></tr>"
    head = ["Đơn vị", "Số", "Số: gồm: tử số", "Số: gồm: mẫu số"]
    assert laid_out(table(row)) == [head, ["Sở A", Fraction(812, 1000), Decimal(812), Decimal(1000)]]


def test_the_names_of_both_numbers_keep_their_capitals() -> None:
    head = "<thead><tr><th>Tỷ lệ TTHC</th><th>nhận/trả BCCI</th></tr></thead>"
    row = "<tr><td class='number'>8/10</td><td class='number'>3/4</td></tr>"
    names = ["Tỷ lệ TTHC: tử số", "Tỷ lệ TTHC: mẫu số", "Nhận", "Trả BCCI"]
    assert [name for name in laid_out(table(row, head))[0] if name in names] == names


def test_a_drawn_figure_is_told_as_a_number_and_its_words_beside_it() -> None:
    drawing = "<span class='bullet'><svg></svg><span>85,0 % / ≥ 90 %</span></span><span class='chip'>Chưa đạt</span>"
    row = f"<tr><td>Sở A</td><td data-value='85,0 %'>{drawing}</td><td></td></tr>"
    told = ["Sở A", Fraction(17, 20), "85,0 % / ≥ 90 %\nChưa đạt"]
    assert laid_out(table(row)) == [["Đơn vị", "Số", "Số: ghi thêm"], told]


def test_a_list_is_a_column_with_what_has_a_name_beside_it() -> None:
    under = "<p class='under'>hạn <b data-column='Hạn'>20/9/2022</b> · đang làm</p>"
    line = f"<li>II.1 Quy chế{under}<a class='button'>Xong</a></li>"
    (seen,) = html.fragment_fromstring(f"<ul data-head='Việc' aria-label='Của tôi'>{line}</ul>", "div")
    (sheet,) = sheets([shown(seen)], ())
    assert (sheet.name, [column.label for column in sheet.columns]) == ("Của tôi", ["Việc", "Việc: ghi thêm", "Hạn"])
    assert list(sheet.rows) == [["II.1 Quy chế", "hạn · đang làm", date(2022, 9, 20)]]


def test_what_has_a_name_stands_in_a_column_of_that_name() -> None:
    row = (
        "<tr><td>Sở A</td><td><b data-column='Từ'>01/02/2022</b> – <b data-column='Đến'>3/4/2022</b></td><td></td></tr>"
    )
    assert laid_out(table(row)) == [["Đơn vị", "Từ", "Đến"], ["Sở A", date(2022, 2, 1), date(2022, 4, 3)]]


def test_groups_of_rows_and_of_columns_keep_their_names() -> None:
    head = "<thead><tr><th rowspan=2>Đơn vị</th><th colspan=2>Xong</th></tr><tr><th>sớm</th><th>muộn</th></tr></thead>"
    rows = "<tr class='group'><th colspan=3>Sở</th></tr><tr><td>Sở A</td><td>x</td><td>y</td></tr>"
    assert laid_out(table(rows, head)) == [["Đơn vị", "Xong, sớm", "Xong, muộn"], ["Sở"], ["Sở A", "x", "y"]]


def test_tables_of_one_kind_stand_under_one_another() -> None:
    row = f"<tr><td>A</td><td class='number'>1</td>{BUTTON}</tr>"
    two = laid_out(table(row, label="Cấp tỉnh"), table(row, label="Cấp xã"))
    assert two == [["Đơn vị", "Số"], ["Cấp tỉnh"], ["A", Decimal(1)], ["Cấp xã"], ["A", Decimal(1)]]


def test_a_drawing_says_in_words_what_it_shows() -> None:
    row = "<tr><td>A</td><td><svg aria-label='từ 40 đến 55'><title>t</title></svg></td><td></td></tr>"
    assert laid_out(table(row))[1] == ["A", "từ 40 đến 55"]
