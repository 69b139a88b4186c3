"""``tinhso check``: what it prints and how it ends."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tinhso.config import cli
from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.spoiling import STYLES, spoilt, styled


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a file."""
    return tmp_path / "bao-cao.docx"


def test_a_document_in_the_form_ends_with_0(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(docx_of(papers.report()))
    assert cli.main(["check", str(file)]) == 0
    assert "Những gì đo được đều đúng thể thức." in capsys.readouterr().out


def test_one_that_has_it_not_ends_with_1_and_says_what(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(spoilt(papers.report(), STYLES, styled("QuocHieu", "rPr", "sz", val=22)))
    assert cli.main(["check", str(file), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(each["part"], each["found"], each["asked"]) for each in findings] == [
        ("Quốc hiệu", "cỡ chữ 11", "cỡ chữ 12–13")
    ]


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "khong-co.docx"]) == 2
    assert capsys.readouterr().err == "Không đọc được tệp “khong-co.docx”: không có tệp này.\n"


def test_a_document_with_the_stamp_of_a_secret_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(docx_of(replace(papers.report(), kind="TỐI MẬT")))
    assert cli.main(["check", str(file)]) == 2
    assert "văn bản đóng dấu “TỐI MẬT”" in capsys.readouterr().err
