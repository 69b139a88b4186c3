"""The archive of a .docx: its parts, opened so that no file can ask for more than its share."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from tinhso.steering.intake.sources.limits import Limits, grouped
from tinhso.steering.intake.sources.refusals import (
    DamagedFile,
    EncryptedFile,
    InflatedArchive,
    TooManyCells,
    TooManyLines,
    UnknownKind,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The strict form of the format (ISO/IEC 29500) names the same things otherwise.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_CELL = re.compile(rb"<(?:\w{1,10}:)?tc[\s>/]")
_PARAGRAPH = re.compile(rb"<(?:\w{1,10}:)?p[\s>/]")
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of one document. ``main`` is the name of the part with the text."""

    name: str
    limits: Limits
    _zip: zipfile.ZipFile
    main: str

    def root(self, part: str) -> etree._Element | None:
        """The XML of a part; None when the document has no such part."""
        return self._parse(self._bytes(part)) if part in self._zip.namelist() else None

    def document(self) -> etree._Element:
        root = self.root(self.main)
        if root is None or root.tag != f"{W}document":
            raise UnknownKind(name=self.name)
        return root

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part refers to: id → (last word of the kind, part name)."""
        folder, leaf = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        return {} if root is None else dict(_relations(root, folder))

    def parts_of(self, part: str, kind: str) -> list[str]:
        return [name for relation, name in self.related(part).values() if relation == kind]

    def _bytes(self, part: str) -> bytes:
        held = bytearray()
        cells = paragraphs = 0
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    seam = held[-12:] + chunk
                    cells += len(_CELL.findall(seam))
                    paragraphs += len(_PARAGRAPH.findall(seam))
                    held += chunk
                    self._check(len(held), cells=cells, paragraphs=paragraphs)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error) as fault:
            raise DamagedFile(name=self.name) from fault
        except RuntimeError as fault:
            raise EncryptedFile(name=self.name) from fault
        return bytes(held)

    def _check(self, size: int, *, cells: int, paragraphs: int) -> None:
        if cells > self.limits.cells:
            raise TooManyCells(name=self.name, limit=grouped(self.limits.cells))
        if paragraphs > self.limits.lines + self.limits.cells:
            raise TooManyLines(limit=grouped(self.limits.lines))
        if size > self.limits.xml_bytes:
            raise InflatedArchive(name=self.name)

    def _parse(self, content: bytes) -> etree._Element:
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise DamagedFile(name=self.name) from fault
        if root.getroottree().docinfo.internalDTD is not None:
            raise InflatedArchive(name=self.name)
        return root


def open_archive(content: bytes, name: str, limits: Limits) -> Archive:
    """The document's archive, refused when it is damaged, encrypted, no Word document, or unpacks too large."""
    if content.count(b"PK\x01\x02") > limits.archive_entries:
        raise InflatedArchive(name=name)
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise DamagedFile(name=name) from fault
    entries = packed.infolist()
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise InflatedArchive(name=name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedFile(name=name)
    return _with_main(Archive(name, limits, packed, ""))


def _with_main(archive: Archive) -> Archive:
    mains = [part for kind, part in archive.related("").values() if kind == "officeDocument"]
    main = (mains or ["word/document.xml"])[0]
    return replace(archive, main=main)


def _relations(root: etree._Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for relation in root:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), (kind.rpartition("/")[2], part)
