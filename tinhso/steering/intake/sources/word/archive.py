"""The archive of a .docx: its parts, opened so that no file can ask for more than its share."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, replace

from lxml import etree

from tinhso.lib.ooxml import MAIN, DeclaresTypes, Related, W, parsed, related, relations_of
from tinhso.steering.intake.sources.limits import Limits, grouped
from tinhso.steering.intake.sources.refusals import (
    DamagedFile,
    EncryptedFile,
    InflatedArchive,
    TooManyCells,
    TooManyLines,
    UnknownKind,
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

    def related(self, part: str) -> Related:
        """The parts that a part refers to."""
        return related(self.root(relations_of(part)), part)

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
        try:
            return parsed(content)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise DamagedFile(name=self.name) from fault
        except DeclaresTypes as fault:
            raise InflatedArchive(name=self.name) from fault


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
    main = (mains or [MAIN])[0]
    return replace(archive, main=main)
