"""Refusals: each reason has its own sentence, and the machine is never asked for more than its share."""

import os
import stat
from pathlib import Path

import pytest

from tinhso.steering.intake.sources import paste, read_manuscript
from tinhso.steering.intake.sources.limits import LIMITS, Limits
from tinhso.steering.intake.sources.refusals import (
    BinaryText,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    InflatedArchive,
    OldWordFile,
    PicturesOnly,
    SecretDocument,
    TooManyCells,
    TooManyLines,
    TooManyPages,
    TooSlow,
    UnknownKind,
    Unreadable,
)
from tinhso.steering.intake.sources.tests.making import PICTURE, archive, docx, docx_parts, p, pdf, table, tc, texts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
WORD97 = OLE + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "plan.docx", EmptyFile),
        (b" \n\t\r\n", "plan.txt", EmptyFile),
        ("\u200b\ufeff\u00ad\n".encode(), "plan.txt", EmptyFile),
        (docx(p("  ")), "plan.docx", EmptyFile),
        (b"%PDF-1.7\n1 0 obj", "plan.pdf", DamagedFile),
        (docx(p("a"))[:300], "plan.docx", DamagedFile),
        (archive({"word/document.xml": "<w:document"}), "plan.docx", DamagedFile),
        (archive({"xl/workbook.xml": "<workbook/>"}), "plan.docx", UnknownKind),
        (archive({"word/document.xml": "<html/>"}), "plan.docx", UnknownKind),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "plan.pdf", UnknownKind),
        (b"{\\rtf1 abc}", "plan.doc", UnknownKind),
        (OLE, "bang.xls", UnknownKind),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "plan.docx", EncryptedFile),
        (bytes(range(256)) * 9, "plan.txt", BinaryText),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(content: bytes, name: str, reason: type[Unreadable]) -> None:
    with pytest.raises(reason) as refusal:
        read_manuscript(content, name)
    assert refusal.value.sentence.endswith(".")


def test_a_file_over_the_limit_is_refused_unopened() -> None:
    with pytest.raises(FileTooLarge, match="50 MB"):
        read_manuscript(bytes(LIMITS.file_bytes + 1), "plan.pdf")


def test_the_content_decides_and_not_the_name() -> None:
    assert texts(read_manuscript(docx(p("Nội dung")), "kế hoạch.txt")) == ["Nội dung"]
    assert texts(read_manuscript("Nội dung".encode(), "kế hoạch.pdf")) == ["Nội dung"]


def test_an_encrypted_archive_and_an_encrypted_pdf_are_refused() -> None:
    locked = bytearray(docx(p("a")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(sign)
        while at >= 0:
            locked[at + place] |= 1
            at = locked.find(sign, at + 4)
    trailer = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    key = b"3 0 obj<</Filter/Standard/V 1/R 2/O(" + b"a" * 32 + b")/U(" + b"b" * 32 + b")/P -1>>endobj\n"
    end = b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]>>\n%%EOF"
    for content in (bytes(locked), trailer + key + end):
        with pytest.raises(EncryptedFile):
            read_manuscript(content, "plan")


def test_a_zip_bomb_is_refused_by_what_it_says_and_by_what_it_does() -> None:
    bomb = archive(docx_parts(p("a")) | {"word/media/a.bin": "0" * 3_000_000})
    with pytest.raises(InflatedArchive):
        read_manuscript(bomb, "plan.docx", limits=Limits(unpacked_bytes=1_000_000))
    with pytest.raises(InflatedArchive):
        read_manuscript(docx(p(" " * 3_000_000)), "plan.docx", limits=Limits(xml_bytes=1_000_000))
    with pytest.raises(InflatedArchive):
        read_manuscript(archive({str(n): "" for n in range(99)}), "plan.docx", limits=Limits(archive_entries=50))


def test_xml_that_declares_entities_is_refused() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + docx_parts(p("a"))["word/document.xml"]
    with pytest.raises(InflatedArchive):
        read_manuscript(archive({"word/document.xml": laughs}), "plan.docx")


def test_a_million_cells_are_refused_before_they_are_built() -> None:
    with pytest.raises(TooManyCells, match=r"100\.000"):
        read_manuscript(docx(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 1_000_000}</w:tr></w:tbl>"), "plan.docx")


def test_a_few_cells_that_claim_a_million_columns_cost_nothing() -> None:
    wide = table([[tc("1", '<w:gridSpan w:val="99999999"/>'), tc("Một")], [tc("2"), tc("Hai")]])
    assert len(read_manuscript(docx(wide), "plan.docx").paragraphs[0].cells) == 2


def test_more_lines_than_any_plan_are_refused() -> None:
    with pytest.raises(TooManyLines):
        paste("a\n" * 1_000_000)


def test_more_pages_and_more_seconds_than_allowed_are_refused() -> None:
    long = pdf("#for page in range(5) [Trang #pagebreak(weak: true)] Hết")
    with pytest.raises(TooManyPages):
        read_manuscript(long, "plan.pdf", limits=Limits(pages=3))
    with pytest.raises(TooSlow):
        read_manuscript(long, "plan.pdf", limits=Limits(seconds=-1))


def test_a_scan_without_letters_needs_ocr() -> None:
    with pytest.raises(PicturesOnly, match="OCR"):
        read_manuscript(pdf(PICTURE), "scan.pdf")


def test_a_doc_without_libreoffice_is_told_how_to_convert(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OldWordFile, match="docx"):
        read_manuscript(WORD97, "plan.doc")


def test_a_doc_is_converted_by_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "ready.docx").write_bytes(docx(p("Nội dung")))
    _program(tmp_path, f'while [ "$1" != --outdir ]; do shift; done; cp "{tmp_path}/ready.docx" "$2/document.docx"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    manuscript = read_manuscript(WORD97, "plan.doc")
    assert (texts(manuscript), manuscript.media_type) == (["Nội dung"], "application/msword")


@pytest.mark.parametrize(
    ("work", "reason"), [("exit 1", DamagedFile), ("exit 0", DamagedFile), ("exec sleep 60", TooSlow)]
)
def test_a_conversion_that_fails_or_hangs_is_refused(
    work: str, reason: type[Unreadable], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _program(tmp_path, work)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(reason):
        read_manuscript(WORD97, "plan.doc", limits=Limits(seconds=0.5))


def _program(folder: Path, work: str) -> None:
    """What stands in for LibreOffice, which few machines have."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{work}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "Độ mật: Tối mật", "(MẬT)"])
def test_a_document_stamped_secret_is_refused(stamp: str) -> None:
    with pytest.raises(SecretDocument):
        paste(f"ỦY BAN NHÂN DÂN\n{stamp}\nKẾ HOẠCH")


def test_a_stamp_is_also_found_in_a_letterhead_and_in_a_head_of_pages() -> None:
    letterhead = table([[tc("ỦY BAN NHÂN DÂN\u2028MẬT"), tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]])
    for content in (docx(letterhead), docx(p("KẾ HOẠCH"), header=p("TỐI MẬT"))):
        with pytest.raises(SecretDocument):
            read_manuscript(content, "plan.docx")


@pytest.mark.parametrize(
    "sentence", ["Trừ văn bản mật theo quy định.", "BẢO MẬT", "Bảo vệ bí mật nhà nước", "AN NINH, BẢO MẬT"]
)
def test_the_word_in_a_sentence_is_no_stamp(sentence: str) -> None:
    assert texts(paste(sentence)) == [sentence]
