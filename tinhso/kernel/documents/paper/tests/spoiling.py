"""Files that break one rule: a document is written as it should be, then one property of it is set otherwise."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.docx.elements import made
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.lib.ooxml import W

Spoil = Callable[[etree._Element], None]
STYLES, DOCUMENT = "word/styles.xml", "word/document.xml"


def spoilt(paper: Paper, part: str, spoil: Spoil) -> bytes:
    """The .docx after a part of it was changed."""
    parts = unpacked(docx_of(paper))
    root = etree.fromstring(parts[part])
    spoil(root)
    return repacked({**parts, part: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def unpacked(content: bytes) -> dict[str, bytes]:
    """Name → bytes."""
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def repacked(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def styled(key: str, group: str, tag: str, **attributes: str | int) -> Spoil:
    """Sets one property of a style."""

    def spoil(root: etree._Element) -> None:
        style = next(each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == key)
        properties = style.find(f"{W}{group}")
        if properties is None:
            raise ValueError(f"the style {key} says nothing of {group}")
        for old in properties.findall(f"{W}{tag}"):
            properties.remove(old)
        properties.append(made(tag, **attributes))

    return spoil


def everywhere(tag: str, **attributes: str | int) -> Spoil:
    """Sets attributes of every element of a name."""

    def spoil(root: etree._Element) -> None:
        for element in root.iter(f"{W}{tag}"):
            for name, value in attributes.items():
                element.set(f"{W}{name}", str(value))

    return spoil


def without(tag: str, **attributes: str) -> Spoil:
    """Takes every element of a name, with such attributes, away."""

    def spoil(root: etree._Element) -> None:
        for element in list(root.iter(f"{W}{tag}")):
            parent = element.getparent()
            if parent is not None and all(element.get(f"{W}{name}") == value for name, value in attributes.items()):
                parent.remove(element)

    return spoil


def saying(old: str, new: str) -> Spoil:
    """The words of a text otherwise."""

    def spoil(root: etree._Element) -> None:
        for text in root.iter(f"{W}t"):
            if text.text == old:
                text.text = new

    return spoil
