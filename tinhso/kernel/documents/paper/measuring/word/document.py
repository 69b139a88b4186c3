"""A .docx as facts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from tinhso.kernel.documents.paper.measuring.facts import Facts, Letters, Line, Sheet, Zone
from tinhso.kernel.documents.paper.measuring.unfit import Unfit
from tinhso.kernel.documents.paper.measuring.word.lines import LineReader
from tinhso.kernel.documents.paper.measuring.word.looks import Looks
from tinhso.kernel.documents.paper.measuring.word.package import Package, opened, whole
from tinhso.kernel.documents.paper.measuring.word.styles import Styles, number, read_styles
from tinhso.lib.ooxml import R, W

_UNTOLD = (
    "Tệp .docx không ghi chữ nằm ở trang nào, nên không đo được phần ký có bị tách sang trang khác hay không.",
    "Độ dài dòng chữ trên đường kẻ được ước theo phông Times New Roman.",
)
_TWIPS_A_MILLIMETRE = 1440 / 25.4
#: What Word takes where a section says nothing.
_PAPER = {"w": 12240.0, "h": 15840.0}


def facts_of_docx(content: bytes) -> Facts:
    """Raises Unfit."""
    package = opened(content)
    with whole():
        return _facts(package)


def _facts(package: Package) -> Facts:
    root = package.root(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Unfit("đây không phải văn bản Word.")
    styles = read_styles(package)
    sections = list(body.iter(f"{W}sectPr"))
    sheets = tuple(_sheet(section, place) for place, section in enumerate(sections, start=1))
    reader = LineReader(styles, _column(sheets))
    reader.read(body)
    numbers = list(_numbers(package, sections, styles))
    return Facts(
        lines=reader.lines,
        sheets=sheets,
        numbers=[line for _first, line in numbers],
        numbered_first=any(first for first, _line in numbers),
        untold=_UNTOLD,
    )


def _sheet(section: etree._Element, place: int) -> Sheet:
    def length(part: str, name: str) -> float:
        found = section.find(f"{W}{part}")
        return abs(number(found.get(f"{W}{name}") if found is not None else None, _PAPER.get(name, 1440.0)))

    margins = {edge: length("pgMar", edge) / _TWIPS_A_MILLIMETRE for edge in ("top", "bottom", "left", "right")}
    wide, high = (length("pgSz", name) / _TWIPS_A_MILLIMETRE for name in ("w", "h"))
    return Sheet(where=f"phần {place}", width=wide, height=high, **margins)


def _column(sheets: Sequence[Sheet]) -> float | None:
    if not sheets:
        return None
    first = sheets[0]
    return (first.width - (first.left or 0) - (first.right or 0)) * 72 / 25.4


def _numbers(package: Package, sections: Sequence[etree._Element], styles: Styles) -> Iterator[tuple[bool, Line]]:
    """The lines that print the page's number, and whether the first page of the document shows them."""
    related = package.related(package.main)
    done: set[tuple[str, str]] = set()
    for place, section in enumerate(sections):
        apart = section.find(f"{W}titlePg") is not None
        for kind, zone in (("header", Zone.HEAD), ("footer", Zone.FOOT)):
            for reference in section.iterfind(f"{W}{kind}Reference"):
                use, part = reference.get(f"{W}type", "default"), related.get(reference.get(f"{R}id", ""), ("", ""))[1]
                shown = place == 0 and use == ("first" if apart else "default")
                if (part, use) in done or (use == "first" and not apart):
                    continue
                done.add((part, use))
                yield from ((shown, line) for line in _numbering(package.root(part), styles, zone))


def _numbering(root: etree._Element | None, styles: Styles, zone: Zone) -> Iterator[Line]:
    for paragraph in root.iter(f"{W}p") if root is not None else ():
        if letters := _field(paragraph, styles):
            reader = LineReader(styles, None, zone)
            where = "đầu trang" if zone is Zone.HEAD else "chân trang"
            yield replace(reader.set(paragraph), letters=(letters,), where=where)


def _field(paragraph: etree._Element, styles: Styles) -> Letters | None:
    """The face of the field that counts pages."""
    owners = styles.of_paragraph(paragraph)
    for element in paragraph.iter(f"{W}instrText", f"{W}fldSimple"):
        words = (element.text or "") if element.tag == f"{W}instrText" else element.get(f"{W}instr", "")
        if words.split()[:1] != ["PAGE"]:
            continue
        runs = paragraph.iter(f"{W}r")
        shown = [run for run in runs if run.find(f"{W}t") is not None] or list(paragraph.iter(f"{W}r"))
        return Looks(styles).of(shown[-1], owners).faced("2") if shown else None
    return None
