"""The kinds of files that may be handed in, and how their bytes begin."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

Test = Callable[[bytes], bool]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the ending of its name, its media type, its name for people, and whether bytes are of it."""

    ending: str
    media_type: str
    words: str
    holds: Test


def _begins(*starts: bytes) -> Test:
    return lambda content: content.startswith(starts)


def _office(part: str) -> Test:
    """A package with the main part of that kind and no macros, whatever it calls itself."""

    def holds(content: bytes) -> bool:
        names = _members(content)
        return f"{part}" in names and not any(name.lower().endswith("vbaproject.bin") for name in names)

    return holds


def _members(content: bytes) -> frozenset[str]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def _is_text(content: bytes) -> bool:
    """Text in whatever encoding: no NUL (UTF-16 has its mark) and hardly any control characters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = content[:65536]
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return b"\0" not in sample and odd * 100 <= len(sample)


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_open_document(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument" in content[:200]


#: What an office hands in as proof. Programs, pages (HTML, SVG), archives and files with macros are not among it.
FORMATS = (
    Format("pdf", "application/pdf", "Tệp PDF", _begins(b"%PDF-")),
    Format("docx", f"{_OFFICE}.wordprocessingml.document", "Văn bản Word", _office("word/document.xml")),
    Format("xlsx", f"{_OFFICE}.spreadsheetml.sheet", "Bảng tính Excel", _office("xl/workbook.xml")),
    Format("pptx", f"{_OFFICE}.presentationml.presentation", "Bản trình chiếu", _office("ppt/presentation.xml")),
    Format("odt", "application/vnd.oasis.opendocument.text", "Văn bản OpenDocument", _is_open_document),
    Format("ods", "application/vnd.oasis.opendocument.spreadsheet", "Bảng tính OpenDocument", _is_open_document),
    Format("doc", "application/msword", "Văn bản Word cũ", _begins(_OLE)),
    Format("xls", "application/vnd.ms-excel", "Bảng tính Excel cũ", _begins(_OLE)),
    Format("png", "image/png", "Ảnh PNG", _begins(b"\x89PNG\r\n\x1a\n")),
    Format("jpg", "image/jpeg", "Ảnh JPEG", _begins(b"\xff\xd8\xff")),
    Format("jpeg", "image/jpeg", "Ảnh JPEG", _begins(b"\xff\xd8\xff")),
    Format("webp", "image/webp", "Ảnh WebP", _is_webp),
    Format("csv", "text/csv", "Bảng CSV", _is_text),
    Format("txt", "text/plain", "Tệp chữ", _is_text),
)
