"""A file that cannot be measured, or means harm, is refused by one sentence."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.measuring.limits import LIMITS
from tinhso.kernel.documents.paper.refusals import NotMeasured
from tinhso.kernel.documents.paper.tests import papers
from tinhso.kernel.documents.paper.tests.spoiling import DOCUMENT, STYLES, repacked, unpacked

WRITTEN = unpacked(docx_of(papers.report()))
_ENTITY = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'


def _bomb() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in WRITTEN.items():
            packed.writestr(name, content if name != STYLES else b" " * (LIMITS.unpacked_bytes + 1))
    return file.getvalue()


def _flagged() -> bytes:
    """A file whose entries say that they are encrypted."""
    content = bytearray(repacked(WRITTEN))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = content.find(sign)
        while found >= 0:
            content[found + place] |= 1
            found = content.find(sign, found + 4)
    return bytes(content)


def _crowded() -> bytes:
    body = b"<w:p/>" * (LIMITS.paragraphs + 1)
    return repacked({**WRITTEN, DOCUMENT: WRITTEN[DOCUMENT].replace(b"<w:body>", b"<w:body>" + body)})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "tệp không có nội dung."),
        (b"Ch\xc3\xa0o", "chỉ kiểm tra được tệp .docx và .pdf."),
        (b"PK\x03\x04 broken", "tệp bị hỏng; hãy mở bằng Word, lưu lại rồi chọn lại."),
        (repacked(WRITTEN)[:-400], "tệp bị hỏng; hãy mở bằng Word, lưu lại rồi chọn lại."),
        (repacked({**WRITTEN, DOCUMENT: b"<w:document"}), "tệp bị hỏng; hãy mở bằng Word, lưu lại rồi chọn lại."),
        (repacked({**WRITTEN, STYLES: _ENTITY + b"<x>&c;</x>"}), "tệp chứa khai báo lạ, không phải do Word ghi."),
        (repacked({"[Content_Types].xml": b"<x/>", "a.txt": b"a"}), "đây không phải văn bản Word."),
        (
            repacked({**WRITTEN, "word/vbaProject.bin": b"x"}),
            "tệp có macro; hãy lưu lại thành tệp .docx không có macro.",
        ),
        (_bomb(), "tệp bung ra hơn 40 MB."),
        (_flagged(), "tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại."),
        (_crowded(), "tệp có hơn 20000 đoạn."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "hãy lưu lại thành tệp .docx."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại.",
        ),
        (b"PK\x03\x04" + b"0" * LIMITS.file_bytes, "tệp lớn hơn 20 MB."),
    ],
)
def test_a_file_that_cannot_be_measured_is_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(NotMeasured) as refused:
        check(content, "cv.docx")
    assert refused.value.sentence == f"Không kiểm tra được tệp “cv.docx”: {why}"
