"""The parts of an .xlsx file that are read, unpacked within limits: a small file may unpack to a huge one."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

#: Any other part (pictures, drawings, links) is not even unpacked.
_WANTED = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")
_SHEETS, _STRINGS = "xl/worksheets/", "xl/sharedstrings.xml"
_OLD_FORMAT, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_CHUNK = 1 << 20
_AGAIN = "hãy lưu lại thành tệp .xlsx rồi chọn lại."
#: What a file is that has such a part.
_OTHERS: Mapping[str, str] = {
    "xl/vbaproject.bin": f"tệp có macro; {_AGAIN}",
    "xl/workbook.bin": f"đây là tệp .xlsb; {_AGAIN}",
    "word/document.xml": "đây là văn bản Word, không phải bảng tính.",
    "content.xml": f"đây là tệp .ods; {_AGAIN}",
}
_LINKS = "tệp lấy số từ tệp khác; hãy dán thành giá trị rồi lưu lại."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read: bytes of the file, bytes unpacked, sheets, rows, columns and cells that say something,
    and elements of a sheet, empty rows and cells too."""

    packed: int = 10 * 1024 * 1024
    unpacked: int = 80 * 1024 * 1024
    sheets: int = 20
    rows: int = 20_000
    columns: int = 200
    cells: int = 400_000
    elements: int = 1_000_000


class Unfit(ValueError):
    """A file that is not read; its words are the end of a sentence."""


def parts_of(content: bytes, limits: Limits) -> Mapping[str, bytes]:
    """Name → content of the parts that are read. Raises Unfit."""
    if len(content) > limits.packed:
        raise Unfit(f"tệp lớn hơn {limits.packed // (1024 * 1024)} MB.")
    _refuse_other_formats(content)
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _unpacked(packed, limits)
    except _DAMAGED as damage:
        if isinstance(damage, Unfit):
            raise
        raise Unfit("tệp bị hỏng; hãy mở bằng Excel, lưu lại rồi chọn lại.") from damage


def packed_anew(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a file that unpacks to exactly them, whatever the directory of the first file claimed."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return file.getvalue()


def sheets_of(parts: Mapping[str, bytes]) -> list[str]:
    """The names of the parts that hold sheets."""
    return [name for name in parts if name.lower().startswith(_SHEETS)]


def _refuse_other_formats(content: bytes) -> None:
    if content.startswith(_OLD_FORMAT):
        locked = _ENCRYPTED in content
        raise Unfit("tệp đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại." if locked else f"tệp Excel kiểu cũ; {_AGAIN}")
    if not content.startswith(b"PK\x03\x04"):
        raise Unfit("đây không phải tệp .xlsx.")


def _unpacked(packed: ZipFile, limits: Limits) -> Mapping[str, bytes]:
    names = {entry.filename.lower(): entry.filename for entry in packed.infolist()}
    for part, why in _OTHERS.items():
        if part in names:
            raise Unfit(why)
    if any(name.startswith("xl/externallinks/") for name in names):
        raise Unfit(_LINKS)
    if "xl/workbook.xml" not in names:
        raise Unfit("đây không phải tệp .xlsx.")
    wanted = [name for low, name in names.items() if _is_wanted(low)]
    if sum(name.lower().startswith(_SHEETS) for name in wanted) > limits.sheets:
        raise Unfit(f"tệp có hơn {limits.sheets} trang tính.")
    return _read(packed, wanted, limits.unpacked)


def _is_wanted(low: str) -> bool:
    sheet = low.startswith(_SHEETS) and low.endswith(".xml")
    return sheet or low == _STRINGS or low in {name.lower() for name in _WANTED}


def _read(packed: ZipFile, names: list[str], most: int) -> Mapping[str, bytes]:
    parts, left = {}, most
    for name in names:
        with packed.open(name) as part:
            unpacked = bytearray()
            while chunk := part.read(_CHUNK):
                unpacked += chunk
                if len(unpacked) > left:
                    raise Unfit(f"tệp giải nén ra hơn {most // (1024 * 1024)} MB.")
        if b"<!DOCTYPE" in unpacked or b"<!ENTITY" in unpacked:
            raise Unfit("tệp chứa khai báo lạ, không phải do Excel ghi.")
        left -= len(unpacked)
        parts[name] = bytes(unpacked)
    return parts
