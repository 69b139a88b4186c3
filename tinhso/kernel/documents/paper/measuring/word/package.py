"""The parts of a .docx that are measured, unpacked within limits."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from tinhso.kernel.documents.paper.measuring.limits import LIMITS, Limits
from tinhso.kernel.documents.paper.measuring.unfit import Unfit
from tinhso.lib.ooxml import MAIN, DeclaresTypes, Related, parsed, related, relations_of

_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)
_OLD, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20


@dataclass(slots=True)
class Package:
    """The parts by name; every byte unpacked counts against one limit."""

    limits: Limits
    _zip: ZipFile
    _left: int
    main: str = MAIN

    def root(self, part: str) -> etree._Element | None:
        """The XML of a part, None where there is none. Raises Unfit."""
        return _parsed(self._bytes(part)) if part in self._zip.namelist() else None

    def related(self, part: str) -> Related:
        """The parts that a part refers to."""
        return related(self.root(relations_of(part)), part)

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
    try:
        return parsed(content)
    except etree.XMLSyntaxError as fault:
        raise Unfit("tệp bị hỏng; hãy mở bằng Word, lưu lại rồi chọn lại.") from fault
    except DeclaresTypes as fault:
        raise Unfit("tệp chứa khai báo lạ, không phải do Word ghi.") from fault
