"""Inline content of a .docx paragraph: its letters with fields, notes, tracked changes and text boxes."""

from dataclasses import dataclass, field

from lxml import etree

from tinhso.lib.ooxml import W
from tinhso.steering.intake.sources.word.styles import Styles, font_of, is_on

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_INSIDE = frozenset(
    f"{W}{name}"
    for name in (
        *("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"),
        *("ruby", "rubyBase", "ins", "moveTo"),
    )
)
_DROPPED = frozenset((f"{W}del", f"{W}moveFrom"))
_ADDED = frozenset((f"{W}ins", f"{W}moveTo"))
_BOXES = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
#: Signs of the symbol fonts that stand for bullets and boxes; other codes stay as they are.
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "-", "F0FC": "-", "F02D": "-", "F0A8": "□", "F06F": "□", "F0FE": "☒"}


#: An element and the styles that it inherits from.
Owners = tuple[etree._Element, ...]


@dataclass(slots=True)
class Piece:
    """Letters of one font, and whether they are bold."""

    text: str
    font: str
    bold: bool


@dataclass(slots=True)
class Inline:
    """What a paragraph holds: pieces in order, the notes it refers to, the text boxes anchored in it, and what
    was found on the way ("tracked", "hidden")."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    pages: int = 0
    found: set[str] = field(default_factory=set)


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs one after another; a field's result may reach over paragraphs, its instruction may not."""

    styles: Styles
    _fields: list[bool] = field(default_factory=list)

    def read(self, paragraph: etree._Element) -> Inline:
        inline = Inline()
        self._walk(paragraph, self.styles.of_paragraph(paragraph), inline)
        self._fields = [shown for shown in self._fields if shown]
        return inline

    def _walk(self, parent: etree._Element, paragraph: Owners, inline: Inline) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, paragraph, inline)
            elif child.tag in _DROPPED:
                inline.found.add("tracked")
            elif child.tag in _INSIDE:
                inline.found.update({"tracked"} if child.tag in _ADDED else ())
                self._walk(child, paragraph, inline)
            elif child.tag == f"{COMPATIBLE}AlternateContent":
                self._walk(_chosen(child), paragraph, inline)
            elif child.tag in _BOXES:
                inline.boxes += _text_boxes(child)
            elif child.tag.startswith(MATH):
                self._add("".join(letters.text or "" for letters in child.iter(f"{MATH}t")), paragraph, inline)

    def _run(self, run: etree._Element, paragraph: Owners, inline: Inline) -> None:
        owners = self.styles.of_run(run, paragraph)
        if is_on(owners, "rPr", "vanish"):
            inline.found.update({"hidden"} if run.find(f"{W}t") is not None else ())
            return
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                self._turn_field(child.get(f"{W}fldCharType", ""))
            elif name == "AlternateContent":
                inline.boxes += _text_boxes(_chosen(child))
            elif child.tag in _BOXES:
                inline.boxes += _text_boxes(child)
            elif name in ("footnoteReference", "endnoteReference"):
                inline.notes.append((name.removesuffix("Reference"), child.get(f"{W}id", "")))
            else:
                inline.pages += _is_page_break(child)
                self._add(_letters(child), owners, inline)

    def _turn_field(self, turn: str) -> None:
        """Between "begin" and "separate" stands a field's instruction, behind it the result that is shown."""
        if turn == "begin":
            self._fields.append(False)
        elif turn == "separate" and self._fields:
            self._fields[-1] = True
        elif turn == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str, owners: Owners, inline: Inline) -> None:
        if text and all(self._fields):
            inline.pieces.append(Piece(text, font_of(owners), is_on(owners, "rPr", "b")))


def _sign(element: etree._Element) -> str:
    code = element.get(f"{W}char", "").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(int(code, 16)) if len(code) == 4 and all(digit in "0123456789ABCDEF" for digit in code) else ""


_DRAWN = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}


def _letters(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    return _sign(element) if element.tag == f"{W}sym" else _DRAWN.get(element.tag, "")


def _is_page_break(element: etree._Element) -> bool:
    return element.tag == f"{W}lastRenderedPageBreak"


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Word writes a drawing twice, for new and old readers: the first with text is read."""
    for branch in alternatives:
        if branch.find(f".//{W}txbxContent") is not None:
            return branch
    return next(iter(alternatives), alternatives)


def _text_boxes(drawing: etree._Element) -> list[etree._Element]:
    """The outermost text boxes of a drawing; of one written twice the first alone."""
    boxes: list[etree._Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}txbxContent":
            boxes.append(element)
        elif element.tag == f"{COMPATIBLE}AlternateContent":
            waiting += [_chosen(element)] if len(element) else []
        else:
            waiting.extend(reversed(element))
    return boxes
