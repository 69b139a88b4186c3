"""The parts of a .docx that are measured, unpacked within limits."""

import posixpath
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from tinhso.kernel.documents.paper.measuring.limits import LIMITS, Limits
from tinhso.kernel.documents.paper.measuring.unfit import Unfit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The strict form of the format (ISO/IEC 29500) names the same things otherwise.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)
_OLD, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20


@dataclass(slots=True)
class Package:
    """The parts by name; every byte unpacked counts against one limit."""

    limits: Limits
    _zip: ZipFile
    _left: int
    main: str = "word/document.xml"

    def root(self, part: str) -> etree._Element | None:
        """The XML of a part, None where there is none. Raises Unfit."""
        return _parsed(self._bytes(part)) if part in self._zip.namelist() else None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part refers to: id → (last word of the kind, name)."""
        folder, leaf = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        return {} if root is None else dict(_relations(root, folder))

    def named(self, kind: str) -> etree._Element | None:
        """The part of that kind to which the main part refers."""
        names = [name for relation, name in self.related(self.main).values() if relation == kind]
        return self.root(names[0]) if names else None

    def _bytes(self, part: str) -> bytes:
        held = bytearray()
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    held += chunk
                    if len(held) > self._left:
                        raise Unfit(f"tệp bung ra hơn {self.limits.unpacked_bytes >> 20} MB.")
        except RuntimeError as fault:
            raise Unfit("tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại.") from fault
        self._left -= len(held)
        return bytes(held)


def opened(content: bytes, limits: Limits = LIMITS) -> Package:
    """The package of a document without macros. Raises Unfit."""
    if content.startswith(_OLD):
        locked = _ENCRYPTED in content
        raise Unfit("tệp có đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại." if locked else "hãy lưu lại thành tệp .docx.")
    with whole():
        packed = ZipFile(BytesIO(content))
        names = packed.namelist()
    if len(names) > limits.entries:
        raise Unfit(f"tệp có hơn {limits.entries} phần.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unfit("tệp có macro; hãy lưu lại thành tệp .docx không có macro.")
    package = Package(limits, packed, limits.unpacked_bytes)
    with whole():
        mains = [name for kind, name in package.related("").values() if kind == "officeDocument"]
    package.main = (mains or [package.main])[0]
    return package


@contextmanager
def whole() -> Iterator[None]:
    """Any fault of a damaged file becomes Unfit."""
    try:
        yield
    except _DAMAGED as fault:
        if isinstance(fault, Unfit):
            raise
        raise Unfit("tệp bị hỏng; hãy mở bằng Word, lưu lại rồi chọn lại.") from fault


def _parsed(content: bytes) -> etree._Element:
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise Unfit("tệp bị hỏng; hãy mở bằng Word, lưu lại rồi chọn lại.") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unfit("tệp chứa khai báo lạ, không phải do Word ghi.")
    return root


def _relations(root: etree._Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for relation in root:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), (kind.rpartition("/")[2], part)
