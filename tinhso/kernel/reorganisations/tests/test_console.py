"""The same on the command line."""

import shutil
from pathlib import Path

import pytest

from tests.console import Capture, say
from tinhso.kernel.organisations.models import Reorganisation, UnitVersion
from tinhso.kernel.organisations.reorganising.undo import take_back
from tinhso.kernel.organisations.tests.samples import FOLDER
from tinhso.lib.dates import parse_date

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bac_giang")]
MERGER = parse_date("01/7/2025")


def test_a_unit_is_told_as_of_a_day_with_who_goes_on_with_its_work(capsys: Capture) -> None:
    code, out, _ = say(capsys, "unit", "so-tttt", "--on", "01/7/2025")
    assert code == 0
    assert "Không hoạt động trong ngày này." in out
    assert "Việc còn mở do: Sở Khoa học và Công nghệ từ 01/7/2025" in out
    assert (
        "Giải quyết việc của: Sở Thông tin và Truyền thông (đến 28/02/2025)"
        in say(capsys, "unit", "bac-ninh-so-khcn", "--on", "01/7/2025")[1]
    )


def test_units_are_found_by_words(capsys: Capture) -> None:
    assert "bac-ninh-so-y-te" in say(capsys, "unit", "--find", "so y te", "--on", "01/7/2025")[1]


def test_a_word_that_names_no_unit_or_no_day_is_refused(capsys: Capture) -> None:
    assert say(capsys, "unit", "khong-co")[0] == 2
    assert say(capsys, "unit", "so-tttt", "--on", "hôm nọ")[0] == 2


def test_decisions_of_a_folder_are_previewed_and_only_then_put_into_force(capsys: Capture) -> None:
    assert MERGER
    take_back(MERGER, besides={})
    code, out, _ = say(capsys, "reorganise", str(FOLDER), "--preview")
    assert code == 0
    assert "- tinh-bac-giang: Tỉnh Bắc Giang" in out
    assert not Reorganisation.objects.filter(effective_on=MERGER).exists()
    assert "Đã đưa vào hiệu lực 4 quyết định." in say(capsys, "reorganise", str(FOLDER))[1]
    assert not UnitVersion.objects.valid_on(MERGER).filter(unit__key="tinh-bac-giang").exists()
    assert "đã có hiệu lực" in say(capsys, "reorganise", str(FOLDER))[1]


def test_what_speaks_against_a_decision_is_told_in_the_preview(capsys: Capture, tmp_path: Path) -> None:
    assert MERGER
    take_back(MERGER, besides={})
    for name in ("reorganisations.csv", "successions.csv"):
        shutil.copy(FOLDER / name, tmp_path / name)
    head, *rows = (FOLDER / "steps.csv").read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if not row.startswith("nq-1658-2025,amend")]
    (tmp_path / "steps.csv").write_text("\n".join([head, *kept]), encoding="utf-8")
    code, out, _ = say(capsys, "reorganise", str(tmp_path), "--preview")
    assert code == 2
    assert "! Ngày 01/7/2025 còn đơn vị thuộc cấp trên không hoạt động" in out
