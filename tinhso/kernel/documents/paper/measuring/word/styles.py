"""How paragraphs and letters of a .docx are set: what they say themselves, else their styles, else the defaults."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tinhso.kernel.documents.paper.measuring.word.package import Package
from tinhso.lib.ooxml import W

Owners = tuple[etree._Element, ...]
#: No style of an office stands on so many others.
_DEEPEST = 40
_OFF = frozenset(("0", "false", "off", "none"))
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: What Word takes where nothing is said.
_WORDS_FACE, _WORDS_SIZE = "Times New Roman", 10.0
#: Beyond it no length of a page is meant, in whatever unit.
_LARGEST = 1e9


@dataclass(slots=True)
class Styles:
    """The styles by id, the default of paragraphs, the defaults of the document, the faces of its theme."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    defaults: Owners = ()
    theme: dict[str, str] = field(default_factory=dict)
    _chains: dict[str, Owners] = field(default_factory=dict)

    def of_paragraph(self, paragraph: etree._Element, table: Owners = ()) -> Owners:
        """Where the properties of a paragraph may stand, the nearest first; ``table`` are those of its table."""
        style = value(paragraph, "pPr", "pStyle") or self.default
        return (paragraph, *self.chain(style), *table, *self.defaults)

    def of_run(self, run: etree._Element, paragraph: Owners) -> Owners:
        """Where the properties of a run may stand; ``paragraph`` are those of the paragraph it is in."""
        return (run, *self.chain(value(run, "rPr", "rStyle") or ""), *paragraph[1:])

    def chain(self, style: str) -> Owners:
        """A style and those it is based on."""
        if style not in self._chains:
            self._chains[style] = tuple(self._walk(style))
        return self._chains[style]

    def _walk(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self.elements and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self.elements[style]
            style = value(self.elements[style], "basedOn") or ""

    def face(self, owners: Owners) -> str:
        """The face of Western letters."""
        for owner in owners:
            fonts = owner.find(f"{W}rPr/{W}rFonts")
            if fonts is None:
                continue
            theme = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme") or ""
            named = self.theme.get(theme[:5]) or fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
            if named:
                return named
        return _WORDS_FACE


def read_styles(package: Package) -> Styles:
    """The styles of a document. Raises Unfit."""
    styles = Styles(theme=_theme(package.named("theme")))
    root = package.named("styles")
    for element in root.iterfind(f"{W}style") if root is not None else ():
        key = element.get(f"{W}styleId", "")
        styles.elements[key] = element
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0") not in _OFF:
            styles.default = key
    if root is not None:
        styles.defaults = tuple(
            found
            for kind in ("rPrDefault", "pPrDefault")
            if (found := root.find(f"{W}docDefaults/{W}{kind}")) is not None
        )
    return styles


def value(owner: etree._Element, *path: str) -> str | None:
    """The w:val of what stands at the path below; None where it does not stand."""
    found = owner.find("/".join(f"{W}{step}" for step in path))
    return None if found is None else found.get(f"{W}val", "")


def is_on(owners: Owners, *path: str) -> bool:
    """A switch: the nearest that states it decides."""
    stated = first_value(owners, *path)
    return stated is not None and stated not in _OFF


def first_value(owners: Owners, *path: str) -> str | None:
    """What the nearest states."""
    return next((stated for owner in owners if (stated := value(owner, *path)) is not None), None)


def first_attribute(owners: Owners, path: tuple[str, ...], *names: str) -> str | None:
    """The first of such attributes that the nearest element at the path has."""
    steps = "/".join(f"{W}{step}" for step in path)
    for owner in owners:
        found = owner.find(steps)
        for name in names:
            if found is not None and found.get(f"{W}{name}") is not None:
                return found.get(f"{W}{name}")
    return None


def size_of(owners: Owners) -> float:
    """Points."""
    return number(first_value(owners, "rPr", "sz"), 2 * _WORDS_SIZE) / 2


def number(written: str | None, otherwise: float) -> float:
    """A number of a file, which may hold anything."""
    try:
        read = float((written or "").removesuffix("pt"))
    except ValueError:
        return otherwise
    return read if abs(read) < _LARGEST else otherwise


def _theme(root: etree._Element | None) -> dict[str, str]:
    found = {}
    for kind in ("major", "minor"):
        latin = root.find(f".//{_A}{kind}Font/{_A}latin") if root is not None else None
        if latin is not None and latin.get("typeface"):
            found[kind] = latin.get("typeface", "")
    return found
