"""Elements of WordprocessingML: paragraphs and runs whose text is text."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import count

from lxml import etree

from tinhso.kernel.documents.paper.words import Run, Words
from tinhso.lib.ooxml import W

Element = etree._Element
_PARTS = re.compile(r"(\t|\r\n|\r|\n)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Word opens no file whose content control has a longer tag.
LONGEST_NAME = 64
_DIGEST = 12
TWIPS_A_POINT, TWIPS_A_MILLIMETRE = 20, 1440 / 25.4


def made(tag: str, *children: Element, **attributes: str | int) -> Element:
    """``made("jc", val="center")`` is <w:jc w:val="center"/>."""
    element = etree.Element(f"{W}{tag}")
    for name, value in attributes.items():
        element.set(f"{W}{name}", str(value))
    element.extend(children)
    return element


def twips(millimetres: float) -> int:
    """Twentieths of a point, in which Word counts."""
    return round(millimetres * TWIPS_A_MILLIMETRE)


def paragraph(style: str, *content: Element, properties: Iterable[Element] = ()) -> Element:
    """A paragraph of a style; ``properties`` stand behind the style, in the order that the schema asks."""
    return made("p", made("pPr", made("pStyle", val=style), *properties), *content)


def line(style: str, text: str, *properties: Element) -> Element:
    """A paragraph of one text in its style's face."""
    return paragraph(style, run(Run(text)), properties=properties)


def run(words: Run) -> Element:
    """Words of one face; tabs and line ends are elements, everything else is text and nothing but text."""
    faces = [made(tag) for tag, wanted in (("b", words.bold), ("i", words.italic)) if wanted]
    return made("r", *([made("rPr", *faces)] if faces else []), *_letters(words.text))


def tag_of(figure: str) -> str:
    """The tag of a figure's content control: its name; of one too long for Word its beginning with a digest of it."""
    if len(figure) <= LONGEST_NAME:
        return figure
    return f"{figure[: LONGEST_NAME - _DIGEST - 1]}~{sha256(figure.encode()).hexdigest()[:_DIGEST]}"


class Inline:
    """Makes the runs of one document: content controls are numbered as they come."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def runs(self, words: Words) -> Iterator[Element]:
        """The runs; one with a figure is a content control under the figure's name."""
        for each in words:
            yield self._control(each) if each.figure else run(each)

    def _control(self, words: Run) -> Element:
        named = made("tag", val=tag_of(words.figure)), made("id", val=next(self._numbers)), made("text", multiLine=1)
        return made("sdt", made("sdtPr", *named), made("sdtContent", run(words)))


def _letters(text: str) -> Iterator[Element]:
    for part in _PARTS.split(text):
        if part == "\t":
            yield made("tab")
        elif part in {"\n", "\r", "\r\n"}:
            yield made("br")
        elif part:
            element = made("t")
            element.text = part
            element.set(_SPACE, "preserve")
            yield element
