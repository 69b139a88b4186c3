"""Figures from a file and from the command line."""

from pathlib import Path

import pytest

from tests.console import Capture, say, signed
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.importing import import_figures
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import UnreadableLine
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
HEAD = "chi_tieu,don_vi,tu_ngay,den_ngay,tu_so,mau_so,khong_ap_dung\n"
GOOD = f'{HEAD}I.2,huyen-mau,01/01/2022,14/6/2022,"1.234,5",2.469,\nI.2,huyen-khac,01/01/2022,14/6/2022,,,x\n'


def test_a_file_is_entered_whole_and_sent_again_adds_nothing(indicator: Indicator, measure: Measure) -> None:
    assert import_figures(indicator.programme, GOOD, name="quy-2.csv", by=None) == 2
    assert import_figures(indicator.programme, GOOD, name="quy-2.csv", by=None) == 0
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
    with pytest.raises(UnreadableLine, match=reason):
        import_figures(indicator.programme, f"{GOOD}{line}\n", name="quy-2.csv", by=None)
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
