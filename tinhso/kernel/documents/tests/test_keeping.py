"""What may enter, and how it is kept."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.checking.refusals import (
    ContentLost,
    FileIsEmpty,
    FileTooLarge,
    KindNotTaken,
    NotWhatItSays,
    StoreFails,
)
from tinhso.kernel.documents.keeping import keep_bytes, keep_file
from tinhso.kernel.documents.models import Content, StoredFile
from tinhso.kernel.documents.serving import file_response, open_file
from tinhso.kernel.documents.tests.making import PDF, with_macro, workbook
from tinhso.lib.errors import TinhsoError

pytestmark = pytest.mark.django_db


def test_a_file_is_kept_with_its_name_its_kind_and_who_handed_it_in(officer: Account) -> None:
    kept = keep_file(SimpleUploadedFile("Báo cáo quý I.PDF", PDF), by=officer)
    assert (kept.name, kept.kind, kept.kept_by) == ("Báo cáo quý I.pdf", "Tệp PDF", officer)
    with open_file(kept) as file:
        assert file.read() == PDF


def test_the_same_bytes_are_stored_once_under_each_name(officer: Account, folder: Path) -> None:
    first, second = keep_bytes(PDF, "a.pdf", by=officer), keep_bytes(PDF, "b.pdf", by=officer)
    assert (first.content, first.name, second.name) == (second.content, "a.pdf", "b.pdf")
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("rong.pdf", b"", FileIsEmpty),
        ("to.pdf", PDF + bytes(2 * 1024 * 1024), FileTooLarge),
        ("chay.exe", b"MZ", KindNotTaken),
        ("trang.html", b"<script>", KindNotTaken),
        ("hinh.svg", b"<svg onload='x'/>", KindNotTaken),
        ("khong-duoi", PDF, KindNotTaken),
        ("gia.pdf", b"<html><script>alert(1)</script>", NotWhatItSays),
        ("gia.png", PDF, NotWhatItSays),
        ("gia.docx", workbook(), NotWhatItSays),
        ("macro.xlsx", with_macro(workbook()), NotWhatItSays),
        ("nhi-phan.txt", b"MZ\x90\x00\x03\x00", NotWhatItSays),
    ],
)
def test_what_is_not_what_it_says_does_not_enter(
    settings: Settings, folder: Path, name: str, content: bytes, refusal: type[TinhsoError]
) -> None:
    settings.LARGEST_FILE = 1024 * 1024
    with pytest.raises(refusal):
        keep_bytes(content, name, by=None)
    assert (Content.objects.count(), StoredFile.objects.count(), list(folder.iterdir())) == (0, 0, [])


def test_a_full_store_is_told_and_no_row_remains(folder: Path) -> None:
    (folder / "files").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreFails):
        keep_bytes(PDF, "a.pdf", by=None)
    assert Content.objects.count() == 0


def test_a_file_is_handed_out_to_be_saved_never_as_a_page() -> None:
    answer = file_response(keep_bytes(b"<script>alert(1)</script>", "ghi chú.txt", by=None))
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_bytes_that_are_gone_are_told(folder: Path) -> None:
    kept = keep_bytes(PDF, "a.pdf", by=None)
    (folder / kept.content.place).unlink()
    with pytest.raises(ContentLost):
        file_response(kept)
