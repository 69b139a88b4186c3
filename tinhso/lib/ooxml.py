"""An Office Open XML package (ECMA-376, ISO/IEC 29500): its XML read safely, its parts found by their relations."""

import posixpath
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The part with the text, where no relation names one.
MAIN = "word/document.xml"
#: The strict form of the format names the same things otherwise.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
Related = dict[str, tuple[str, str]]
"""Id → last word of the kind, name of the part."""


class DeclaresTypes(Exception):
    """The XML declares a document type, which no office program writes and which may ask for more than it is."""


def parsed(content: bytes) -> etree._Element:
    """The XML of a part, without comments; nothing outside it is read.

    Raises lxml.etree.XMLSyntaxError, ValueError, DeclaresTypes.
    """
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise DeclaresTypes
    return root


def relations_of(part: str) -> str:
    """The part that tells to which others this one refers; "" is the package itself."""
    folder, leaf = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def related(relations: etree._Element | None, part: str) -> Related:
    """The parts within the package to which this one refers; none where it has no relations."""
    return {} if relations is None else dict(_related(relations, posixpath.dirname(part)))


def _related(relations: etree._Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for relation in relations:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            name = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), (kind.rpartition("/")[2], name)
