"""The letters of a .docx paragraph with their faces, broken where a line end is forced, and what is drawn in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tinhso.kernel.documents.paper.measuring.facts import Letters
from tinhso.kernel.documents.paper.measuring.word.drawn import COMPATIBLE, drawings
from tinhso.kernel.documents.paper.measuring.word.looks import Looks
from tinhso.kernel.documents.paper.measuring.word.styles import Owners
from tinhso.lib.ooxml import W

_INSIDE = frozenset(
    f"{W}{name}" for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "ins", "moveTo")
)
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
_ENDS = frozenset((f"{W}br", f"{W}cr"))
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", f"{COMPATIBLE}AlternateContent"))
_BOX = f"{W}txbxContent"


@dataclass(slots=True)
class Inline:
    """What a paragraph holds: letters line by line, lengths of drawn lines (points), text boxes."""

    lines: list[list[Letters]] = field(default_factory=lambda: [[]])
    drawn: list[float] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def inline_of(paragraph: etree._Element, owners: Owners, looks: Looks) -> Inline:
    """What a paragraph holds; what is hidden or struck out by a tracked change is not there."""
    inline = Inline()
    for run in _runs(paragraph):
        if run.tag == f"{W}r":
            _take(run, owners, looks, inline=inline)
        else:
            _draw(run, inline)
    return inline


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{W}r" or child.tag in _DRAWN:
            yield child
        elif child.tag in _INSIDE:
            yield from _runs(child)


def _take(run: etree._Element, owners: Owners, looks: Looks, *, inline: Inline) -> None:
    look = looks.of(run, owners)
    if look.hidden:
        return
    for child in run:
        if child.tag in _DRAWN:
            _draw(child, inline)
        elif child.tag in _ENDS:
            inline.lines.append([])
        elif text := (child.text or "") if child.tag == f"{W}t" else _SIGNS.get(child.tag, ""):
            inline.lines[-1].append(look.faced(text))


def _draw(drawing: etree._Element, inline: Inline) -> None:
    if drawing.tag == f"{COMPATIBLE}AlternateContent":
        for branch in list(drawing)[:1]:
            _draw(branch, inline)
        return
    boxes = list(drawing.iter(_BOX))
    inline.boxes += boxes[:1]
    if not boxes:
        inline.drawn += drawings(drawing)
