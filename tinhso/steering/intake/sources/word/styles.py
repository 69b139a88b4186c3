"""Styles of a .docx: what a paragraph or a run inherits, resolved along the chain of styles."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tinhso.lib.ooxml import W

#: No style of an office stands on so many others.
_DEEPEST = 40
_OFF = frozenset(("0", "false", "off", "none"))
_FONT_SLOTS = (f"{W}ascii", f"{W}hAnsi", f"{W}cs")


@dataclass(slots=True)
class Styles:
    """The styles by id; ``default`` is the paragraph style of paragraphs that name none."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    _chains: dict[str, tuple[etree._Element, ...]] = field(default_factory=dict)

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """The style and those it is based on, the nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._walk(style))
        return self._chains[style]

    def of_paragraph(self, paragraph: etree._Element) -> tuple[etree._Element, ...]:
        """Where a paragraph's properties may stand: itself first, then its styles."""
        return (paragraph, *self.chain(value(paragraph, "pPr", "pStyle") or self.default))

    def of_run(self, run: etree._Element, paragraph: tuple[etree._Element, ...]) -> tuple[etree._Element, ...]:
        """Where a run's properties may stand; ``paragraph`` is what ``of_paragraph`` gives for the one it is in."""
        return (run, *self.chain(value(run, "rPr", "rStyle") or ""), *paragraph[1:])

    def _walk(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self.elements and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self.elements[style]
            based = self.elements[style].find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a document; none when it has no part for them."""
    styles = Styles()
    for element in root.iterfind(f"{W}style") if root is not None else ():
        name = element.get(f"{W}styleId", "")
        styles.elements[name] = element
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0") not in _OFF:
            styles.default = name
    return styles


def value(owner: etree._Element, *path: str) -> str | None:
    """The ``w:val`` of the element at ``path`` below ``owner``; None when it is not there."""
    found = owner.find("/".join(f"{W}{step}" for step in path))
    return None if found is None else found.get(f"{W}val", "")


def is_on(owners: tuple[etree._Element, ...], *path: str) -> bool:
    """A switch such as bold: the nearest owner that states it decides."""
    for owner in owners:
        stated = value(owner, *path)
        if stated is not None:
            return stated not in _OFF
    return False


def first_value(owners: tuple[etree._Element, ...], *path: str) -> str | None:
    return next((stated for owner in owners if (stated := value(owner, *path)) is not None), None)


def font_of(owners: tuple[etree._Element, ...]) -> str:
    """The font that draws Western letters, which is the one the old Vietnamese fonts replace."""
    for owner in owners:
        fonts = owner.find(f"{W}rPr/{W}rFonts")
        name = next((fonts.get(slot) for slot in _FONT_SLOTS if fonts.get(slot)), None) if fonts is not None else None
        if name:
            return name
    return ""
