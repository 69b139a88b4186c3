"""The draft at the command line."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.console import Capture, say
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.steering.issuing.tests.test_report import tell
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Report, Round, RoundProgramme

pytestmark = pytest.mark.django_db


def test_it_is_printed(report: Report, officer: Account, capsys: Capture) -> None:
    tell(report, officer, proposals="Tỉnh hỗ trợ.")
    code, told, _ = say(capsys, "draft", str(report.round_id))
    assert (code, told.splitlines()[0]) == (0, "BÁO CÁO")
    assert "- UBND huyện Mẫu: “Tỉnh hỗ trợ.”" in told.splitlines()


def test_it_is_written_for_word(quarter: Round, tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "du-thao.docx"
    assert say(capsys, "draft", str(quarter.pk), "--docx", str(place))[:2] == (0, f"Đã ghi {place}\n")
    assert "Không có đơn vị nào nêu đề xuất" in ZipFile(place).read("word/document.xml").decode()


def test_it_is_written_for_reading(quarter: Round, tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "du-thao.pdf"
    assert say(capsys, "draft", str(quarter.pk), "--pdf", str(place))[:2] == (0, f"Đã ghi {place}\n")
    assert place.read_bytes().startswith(b"%PDF-")


def test_of_a_round_about_two_programmes_one_is_named(quarter: Round, coordinator: Account, capsys: Capture) -> None:
    other: Programme = start(stored(small_plan().reading(), "khac.txt"), by=coordinator, name="Chương trình khác")
    code, _, complaint = say(capsys, "draft", str(quarter.pk), "--programme", other.code)
    assert (code != 0, "mà kỳ báo cáo này hỏi: " in complaint) == (True, True)
    RoundProgramme.objects.create(round=quarter, programme=other)
    assert say(capsys, "draft", str(quarter.pk))[0] != 0
    assert say(capsys, "draft", str(quarter.pk), "--programme", other.code)[0] == 0
