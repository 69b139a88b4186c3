"""The package: what python-docx brings along set aside, the parts packed so that equal documents are equal bytes."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from lxml import etree

from tinhso.kernel.documents.paper.docx.elements import made
from tinhso.kernel.documents.paper.docx.styles import styles
from tinhso.kernel.documents.paper.parts import Paper

#: A zip file knows no day before.
_FIRST = date(1980, 1, 1)
_LONGEST_PROPERTY = 255
_KEPT = ("/styles", "/settings", "/fontTable", "/officeDocument", "/core-properties", "/header")
_CONTENTS = "[Content_Types].xml"
_COMPATIBLE = "http://schemas.microsoft.com/office/word"


def cleared(document: Document, paper: Paper) -> Document:
    """The document with our styles and settings alone, named by its kind and subject."""
    for owner in (document.part, document.part.package):
        for relation in list(owner.rels.values()):
            if not relation.reltype.endswith(_KEPT):
                del owner.rels[relation.rId]
    document.styles.element[:] = styles()
    document.settings.element[:] = _settings()
    _describe(document, paper)
    return document


def packed(document: Document, day: date | None) -> bytes:
    """The bytes; every part carries the document's day, 1/1/1980 where it has none."""
    first = BytesIO()
    document.save(first)
    dated = max(day or _FIRST, _FIRST).timetuple()[:6]
    file = BytesIO()
    with ZipFile(first) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENTS, name)):
            entry = ZipInfo(name, dated)
            entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return file.getvalue()


def _describe(document: Document, paper: Paper) -> None:
    known = document.core_properties
    known.title = f"{paper.kind} {paper.subject}".strip()[:_LONGEST_PROPERTY]
    known.author = paper.letterhead.body[:_LONGEST_PROPERTY]
    known.language, known.comments, known.last_modified_by = "vi-VN", "", ""
    day = paper.issued_on or _FIRST
    known.created = known.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)


def _settings() -> list[etree._Element]:
    mode = made("compatSetting", name="compatibilityMode", uri=_COMPATIBLE, val=15)
    return [
        made("zoom", percent=100),
        made("defaultTabStop", val=720),
        made("characterSpacingControl", val="doNotCompress"),
        made("compat", mode),
        made("themeFontLang", val="vi-VN"),
        made("decimalSymbol", val=","),
        made("listSeparator", val=";"),
    ]
