"""Figures from a file and from the command line."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection
from xlsxwriter import Workbook

from tests.console import Capture, say, signed
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.workbook.refusals import UnreadableWorkbook
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.actions.keep import keep
from tinhso.steering.figures.clashes import clashing_units
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.importing.load import Found, import_figures, looked_into
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import LinesRefused, UnreadableLine
from tinhso.steering.figures.tests.conftest import JUNE
from tinhso.steering.figures.tests.giving import YEAR, give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
HEAD = "chi_tieu,don_vi,tu_ngay,den_ngay,tu_so,mau_so,khong_ap_dung\n"
GOOD = f'{HEAD}I.2,huyen-mau,01/01/2022,14/6/2022,"1.234,5",2.469,\nI.2,huyen-khac,01/01/2022,14/6/2022,,,x\n'


def loaded(indicator: Indicator, text: str, *, by: Account | None = None) -> Found:
    """The file as it was entered."""
    return import_figures(indicator.programme, BytesIO(text.encode()), name="quy-2.csv", by=by)


def test_a_file_is_entered_whole_and_sent_again_adds_nothing(indicator: Indicator, measure: Measure) -> None:
    assert loaded(indicator, GOOD) == Found(fresh=2)
    assert loaded(indicator, GOOD) == Found(same=2)
    assert set(Value.objects.values_list("reference", flat=True)) == {"quy-2.csv:2", "quy-2.csv:3"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("I.9,huyen-mau,01/01/2022,14/6/2022,1,2,", "không có chỉ tiêu"),
        ("I.2,huyen-la,01/01/2022,14/6/2022,1,2,", "không có đơn vị"),
        ("I.2,huyen-mau,01/01/2022,31/6/2022,1,2,", "không phải là ngày"),
        ("I.2,huyen-mau,01/01/2022,14/6/2022,1.23,2,", "không phải là số"),
        ("I.2,huyen-mau,01/01/2022,14/6/2022,1,0,", "mẫu số phải lớn hơn 0"),
        ("I.2,huyen-mau,14/6/2022,01/01/2022,1,2,", "ngày cuối kỳ"),
        ("I.2,huyen-mau,01/01/2022,14/6/2022,1,,", "cần đúng một thứ"),
    ],
)
def test_one_wrong_line_leaves_everything_out_and_is_named(
    indicator: Indicator, measure: Measure, line: str, reason: str
) -> None:
    with pytest.raises(LinesRefused, match=f"Dòng 4: .*{reason}"):
        loaded(indicator, f"{GOOD}{line}\n")
    assert not Value.objects.exists()


@pytest.fixture
def file(tmp_path: Path) -> str:
    place = tmp_path / "quy-2.csv"
    place.write_text(GOOD, encoding="utf-8")
    return str(place)


def entry(indicator: Indicator, unit: Unit, day: str = "14/9/2022") -> tuple[str, ...]:
    return ("value", indicator.programme.code, "--enter", "I.2", unit.key, "01/01/2022", day, "3/4")


def test_the_command_line_enters_imports_and_shows(
    indicator: Indicator, measure: Measure, other_district: Unit, coordinator: Account, file: str, capsys: Capture
) -> None:
    code = indicator.programme.code
    assert say(capsys, *entry(indicator, other_district), "--by", "coordinator")[0] == 0
    assert "Đã nạp 2 số liệu" in say(capsys, "value", code, "--import", file, "--by", "coordinator")[1]
    said = say(capsys, "value", code, "--on", "31/12/2022")[1].replace("\N{NO-BREAK SPACE}", " ")
    assert "50,0 %" in said
    assert set(Value.objects.values_list("entered_by", flat=True)) == {coordinator.pk}
    assert signed("figures_value") == ("coordinator", "lệnh value")


def test_nobody_enters_a_figure_in_nobodys_name(
    indicator: Indicator, measure: Measure, other_district: Unit, file: str, capsys: Capture
) -> None:
    assert say(capsys, *entry(indicator, other_district))[0] == 2
    assert say(capsys, "value", indicator.programme.code, "--import", file)[0] == 2
    assert not Value.objects.exists()


def test_who_is_named_enters_what_he_may_enter_and_no_more(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit, officer: Account, file: str,
    capsys: Capture,
) -> None:  # fmt: skip
    assert say(capsys, *entry(indicator, district), "--by", "officer")[0] == 0
    code, _, complaint = say(capsys, *entry(indicator, other_district), "--by", "officer")
    assert (code, "nhập số liệu của đơn vị này" in complaint) == (2, True)
    assert say(capsys, "value", indicator.programme.code, "--import", file, "--by", "officer")[0] == 2
    assert [value.unit for value in Value.objects.all()] == [district]


def many(indicator: Indicator, count: int) -> str:
    """A file of so many lines: the district's figure as of one day after another."""
    days = (YEAR + timedelta(days=place) for place in range(count))
    return HEAD + "".join(f"I.2,huyen-mau,01/01/2022,{day:%d/%m/%Y},{day.day},31,\n" for day in days)


def test_a_thousand_figures_at_once_are_proved_by_the_log(indicator: Indicator, measure: Measure) -> None:
    assert loaded(indicator, many(indicator, 300)) == Found(fresh=300)
    entries = Entry.objects.filter(table_name="figures_value", verb="insert")
    if connection.vendor != "postgresql":
        assert entries.count() == 300
        return
    assert sum(entry.after["rows"] for entry in entries) == 300
    for entry in entries:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT value::text FROM figures_value value WHERE id BETWEEN %s AND %s ORDER BY id",
                (entry.after["first"], entry.after["last"]),
            )
            told = "\n".join(line for (line,) in cursor.fetchall())
        assert entry.after["sha256"] == sha256(told.encode()).hexdigest()


def test_a_few_figures_at_once_are_recorded_each(indicator: Indicator, measure: Measure) -> None:
    loaded(indicator, GOOD)
    keys = Entry.objects.filter(table_name="figures_value", verb="insert").values_list("row_key", flat=True)
    assert set(keys) == {str(value.pk) for value in Value.objects.all()}


def test_every_wrong_line_is_told_with_its_reason(indicator: Indicator, measure: Measure) -> None:
    wrong = "I.9,huyen-mau,01/01/2022,14/6/2022,1,2,\nI.2,huyen-mau,01/01/2022,14/9/2022,85%,100,\n"
    with pytest.raises(LinesRefused) as refused:
        loaded(indicator, GOOD + wrong)
    lines = refused.value.facts["lines"]
    assert isinstance(lines, list)
    assert [line for line, _reason in lines] == [4, 5]
    assert "phần trăm" in lines[1][1]


def test_a_line_that_contradicts_another_or_what_stands_is_refused(indicator: Indicator, measure: Measure) -> None:
    loaded(indicator, GOOD)
    with pytest.raises(LinesRefused, match=r"Dòng 2: Kỳ này của đơn vị đã có số liệu \(50,0.% \(1\.234,5/2\.469\)\)"):
        loaded(indicator, f"{HEAD}I.2,huyen-mau,01/01/2022,14/6/2022,1,2,\n")
    twice = "I.2,huyen-mau,01/01/2022,14/9/2022,1,2,\n"
    assert loaded(indicator, HEAD + twice + twice) == Found(fresh=1, same=1)
    with pytest.raises(LinesRefused, match="Dòng 3: cùng chỉ tiêu, đơn vị và kỳ với dòng 2"):
        loaded(indicator, (HEAD + twice + twice.replace(",1,2,", ",2,2,")).replace("14/9", "14/12"))


def test_what_a_person_entered_stands_beside_and_is_told(
    indicator: Indicator, measure: Measure, district: Unit, other_district: Unit
) -> None:
    give(indicator, district, ratio(1, 2))
    give(indicator, other_district, Given(not_applicable=True))
    assert loaded(indicator, GOOD) == Found(fresh=2, beside=1)
    assert clashing_units(indicator) == [district.pk, other_district.pk]


def test_what_a_person_corrected_of_a_file_is_not_brought_back_by_it(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    loaded(indicator, GOOD)
    correct(Value.objects.get(unit=district), ratio(1, 3), Whence(by=None, note="đếm lại"))
    assert loaded(indicator, GOOD) == Found(same=2)
    assert loaded(indicator, GOOD.replace("2.469", "2.470")) == Found(fresh=1, same=1, beside=1)
    assert clashing_units(indicator) == [district.pk]
    assert loaded(indicator, GOOD.replace("2.469", "2.470")) == Found(same=2)


def test_what_a_person_withdrew_of_a_file_is_not_brought_back_by_it(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    loaded(indicator, GOOD)
    withdraw(Value.objects.get(unit=district), Whence(by=None, note="nhầm đơn vị"))
    assert loaded(indicator, GOOD) == Found(same=2)
    assert not Value.objects.known_at().filter(unit=district).exists()
    assert loaded(indicator, GOOD.replace("2.469", "2.470")) == Found(fresh=1, same=1)


def test_what_was_not_chosen_of_a_file_does_not_stop_it_and_another_number_is_a_clash_again(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    mine = give(indicator, district, ratio(1, 2))
    loaded(indicator, GOOD.replace("2.469", "2.470"))
    (lost,) = keep(mine, Whence(by=None, note="đã đối chiếu sổ"))
    assert loaded(indicator, GOOD.replace("2.469", "2.470")) == Found(same=2)
    assert loaded(indicator, GOOD.replace("2.469", "2.471")) == Found(fresh=1, same=1, beside=1)
    said = Value.objects.get(corrects=lost)
    assert (str(said), said.source) == (str(lost), Value.Source.IMPORTED)
    assert said.denominator == 2471
    assert lost_at(lost) == said.recorded_at
    assert clashing_units(indicator) == [district.pk]
    assert Value.objects.known_at(lost.recorded_at).filter(unit=district).get() == mine


def lost_at(value: Value) -> datetime | None:
    """When another took its place."""
    value.refresh_from_db()
    return value.superseded_at


@pytest.mark.parametrize(
    ("spans", "wrong"),
    [
        (("01/01/2022,14/3/2022", "15/3/2022,14/6/2022"), []),
        (("01/01/2022,14/3/2022", "14/3/2022,14/6/2022"), [2, 3]),
        (("15/9/2022,14/12/2022", "01/10/2022,14/10/2022"), [2, 3]),
        (("01/6/2022,30/6/2022", "15/9/2022,14/12/2022"), [2]),
    ],
)
def test_what_happened_in_a_period_is_not_counted_twice_by_a_file(
    indicator: Indicator, measure: Measure, district: Unit, spans: tuple[str, ...], wrong: list[int]
) -> None:
    Measure.objects.update(timing=Measure.Timing.IN_PERIOD)
    give(indicator, district, ratio(1, 2), from_on=JUNE + timedelta(days=1), to_on=JUNE + timedelta(days=20))
    text = HEAD + "".join(f"I.2,huyen-mau,{span},1,2,\n" for span in spans)
    if not wrong:
        assert loaded(indicator, text).fresh == 2
        return
    with pytest.raises(LinesRefused) as refused:
        loaded(indicator, text)
    assert isinstance(refused.value.facts["lines"], list)
    assert [line for line, _reason in refused.value.facts["lines"]] == wrong


def test_an_excel_file_is_loaded_as_its_csv(indicator: Indicator, measure: Measure) -> None:
    file = BytesIO()
    book = Workbook(file)
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEAD.strip().split(","))
    sheet.write_row(1, 0, ["I.2", "huyen-mau"])
    sheet.write_datetime(1, 2, date(2022, 1, 1), day)
    sheet.write_row(1, 3, ["14/6/2022", 1234.5, 2469])
    sheet.write_row(2, 0, ["I.2", "huyen-khac", "01/01/2022", "14/6/2022", "", "", "x"])
    book.close()
    assert import_figures(indicator.programme, file, name="quy-2.xlsx", by=None) == Found(fresh=2)
    assert loaded(indicator, GOOD) == Found(same=2)


def test_a_percentage_of_excel_is_refused_not_taken_for_its_hundredth(indicator: Indicator, measure: Measure) -> None:
    file = BytesIO()
    book = Workbook(file)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD.strip().split(","))
    sheet.write_row(1, 0, ["I.2", "huyen-mau", "01/01/2022", "14/6/2022"])
    sheet.write_number(1, 4, 0.85, book.add_format({"num_format": "0%"}))
    book.close()
    with pytest.raises(UnreadableWorkbook, match="phần trăm"):
        import_figures(indicator.programme, file, name="quy-2.xlsx", by=None)


def test_semicolons_of_excel_and_letters_of_another_code_page(indicator: Indicator, measure: Measure) -> None:
    lines = "chi_tieu;don_vi;tu_ngay;den_ngay;tu_so;mau_so\nI.2;huyen-mau;01/01/2022;14/6/2022;1.234,5;2.469\n"
    assert loaded(indicator, lines) == Found(fresh=1)
    strange = HEAD.encode() + "I.2,huyên,01/01/2022,14/6/2022,1,2,\n".encode("cp1258")
    with pytest.raises(UnreadableLine, match="UTF-8"):
        import_figures(indicator.programme, BytesIO(strange), name="quy-2.csv", by=None)


def test_who_looks_into_a_file_enters_nothing(indicator: Indicator, measure: Measure) -> None:
    found = looked_into(indicator.programme, BytesIO(GOOD.encode()), name="quy-2.csv", by=None)
    assert (found, Value.objects.count()) == (Found(fresh=2), 0)


def test_a_load_that_is_stopped_enters_nothing(indicator: Indicator, measure: Measure) -> None:
    def stop(_step: object, _lines: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_figures(indicator.programme, BytesIO(GOOD.encode()), name="quy-2.csv", by=None, tell=stop)
    assert not Value.objects.exists()
    assert loaded(indicator, GOOD) == Found(fresh=2)
