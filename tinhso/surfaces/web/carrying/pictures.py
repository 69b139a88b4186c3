"""The drawings of a page as one picture: names at the left, drawings in line, words beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from lxml import etree
from lxml.etree import _Element

from tinhso.surfaces.web.carrying.colours import STYLE
from tinhso.surfaces.web.carrying.words import classes, said

_EDGE, _DRAWN, _WORDS, _WIDTH, _LINE = 16, 392, 768, 1120, 22
#: So many letters of a name stand beside a drawing; the whole name is told when one points at it.
_LONGEST = 52
#: Where the page has the numbers of a chart, which a picture has not.
_BELOW = "; số trong bảng bên dưới"
_ROWS = frozenset({"tr", "li", "figure"})


@dataclass(slots=True)
class _Drawing:
    """A picture as it grows downwards."""

    y: float = _EDGE
    parts: list[str] = field(default_factory=list)

    def words(self, text: str, *, x: int = _EDGE, look: str = "", longest: int = 150) -> None:
        """A line of words at the present height; the rest of a long one is told when one points at it."""
        short = text if len(text) <= longest else f"{text[: longest - 1]}…"
        whole = f"<title>{escape(text)}</title>" if short != text else ""
        self.parts.append(f'<text class="{look}" x="{x}" y="{self.y + 14:g}">{escape(short)}{whole}</text>')

    def down(self, height: float = _LINE) -> None:
        """The next line."""
        self.y += height

    def drawing(self, svg: _Element, *, x: int, width: float, height: float) -> None:
        """A drawing of the page at the present height."""
        copy = etree.fromstring(etree.tostring(svg, with_tail=False))
        etree.strip_tags(copy, "a")
        if box := copy.get("viewbox"):
            copy.set("viewBox", box)
        for name, value in (("x", f"{x}"), ("y", f"{self.y:g}"), ("width", f"{width:g}"), ("height", f"{height:g}")):
            copy.set(name, value)
        self.parts.append(etree.tostring(copy, encoding="unicode"))


def picture(parts: Sequence[_Element], above: Sequence[str]) -> str:
    """The drawings within ``parts`` of a page as an SVG document, under the lines that tell what they are."""
    made = _Drawing()
    for place, line in enumerate(above):
        made.words(line, look="" if place else "name", longest=130)
        made.down()
    for part in parts:
        _draw(made, part)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{made.y + _EDGE:g}"'
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return f"{head}><style>{STYLE}</style>{ground}{''.join(made.parts)}</svg>"


def _draw(made: _Drawing, part: _Element) -> None:
    made.down(_EDGE / 2)
    if name := part.get("aria-label"):
        made.words(name, look="name")
        made.down()
    _legend(made, part)
    grounds, top = [svg for svg in part.iter("svg") if _stands_in(svg, "gantt-ground")], made.y
    for row, drawings in _rows(part):
        _row(made, row, drawings)
    for ground in grounds:
        height, made.y = made.y - top, top
        made.drawing(ground, x=_DRAWN, width=_WIDTH - _EDGE - _DRAWN, height=height)
        made.y = top + height


def _rows(part: _Element) -> Iterator[tuple[_Element, list[_Element]]]:
    """What is named, with its drawings, in the order of the page; heads of groups have none."""
    seen: dict[_Element, list[_Element]] = {}
    for each in part.iter("svg", "h2", "tr"):
        if each.tag == "svg":
            if not classes(each) & {"icon"} and not _stands_in(each, "gantt-ground"):
                seen.setdefault(_row_of(each, part), []).append(each)
        elif each.tag == "h2" or "group" in classes(each):
            seen[each] = []
    yield from seen.items()


def _row_of(svg: _Element, part: _Element) -> _Element:
    above = svg.getparent()
    while above is not None and above is not part and above.tag not in _ROWS and "gantt-head" not in classes(above):
        above = above.getparent()
    return part if above is None else above


def _row(made: _Drawing, row: _Element, drawings: Sequence[_Element]) -> None:
    """The name of a row with its drawings, those with words under one another."""
    charts = [svg for svg in drawings if "chart" in classes(svg)]
    bars = [svg for svg in drawings if not classes(svg) & {"spark", "chart"}]
    named = _named(row)
    made.words(named, look="" if drawings else "name", longest=_LONGEST if drawings else 130)
    top = made.y
    for bar in bars:
        _bar(made, bar, x=_DRAWN if named or _stands_in(bar, "gantt-head") else _EDGE)
    made.y = max(made.y, top + _LINE)
    for svg in drawings:
        if "spark" in classes(svg):
            below, made.y = made.y, top
            made.drawing(svg, x=_WIDTH - _EDGE - 96, width=96, height=24)
            made.y = max(below, top + 24)
    for chart in charts:
        made.drawing(chart, x=_EDGE, width=960, height=360)
        made.down(360 + _EDGE)
        made.words((chart.get("aria-label") or "").removesuffix(_BELOW), look="soft")
        made.down()


def _bar(made: _Drawing, bar: _Element, *, x: int) -> None:
    is_bullet = _stands_in(bar, "bullet")
    width = (_WORDS if is_bullet else _WIDTH) - _EDGE - x
    if _stands_in(bar, "gantt-head"):
        made.parts.append('<g class="gantt-head">')
    made.drawing(bar, x=x, width=width, height=float(bar.get("height") or 20))
    if _stands_in(bar, "gantt-head"):
        made.parts.append("</g>")
    if is_bullet:
        made.words(bar.get("aria-label") or "", x=_WORDS, look="soft", longest=36)
    made.down()


def _named(row: _Element) -> str:
    """What stands at the left: a code and a name, the head of a group, the words under a chart."""
    if row.tag == "h2" or "group" in classes(row):
        return said(row, whole=True).replace("\n", " ")
    names = [each for each in row.iter() if classes(each) & {"lead", "gantt-name", "code"}]
    outer = [each for each in names if not any(above in names for above in each.iterancestors())]
    caption = row.find("figcaption")
    return " ".join(said(each).replace("\n", " ") for each in [*outer, *([] if caption is None else [caption])])


def _legend(made: _Drawing, part: _Element) -> None:
    """What the colours say."""
    keys = [(line, look) for line in part.iter("li") if (look := _look(line))]
    for line, look in keys:
        made.parts.append(f'<rect class="{look}" x="{_EDGE}" y="{made.y + 3:g}" width="18" height="12"/>')
        made.words(said(line), x=_EDGE + 28)
        made.down(20)


def _look(line: _Element) -> str:
    """The class of the bars that a line of the legend is about."""
    for each in line.iter("span"):
        for word in classes(each):
            if word.startswith("key-"):
                return word.replace("key-", "bar-")
            if word.startswith("dot-"):
                return word.replace("dot-", "fill-")
    return ""


def _stands_in(element: _Element, word: str) -> bool:
    return any(word in classes(above) for above in element.iterancestors())
