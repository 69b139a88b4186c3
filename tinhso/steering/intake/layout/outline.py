"""The outline: a sheet's lines as a tree of numbered pieces, however the numbering restarts or repeats."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tinhso.steering.intake.layout.markers import Marker, read_markers
from tinhso.steering.intake.layout.sheet import Line
from tinhso.steering.intake.phrases.lexicon import CAPITALS
from tinhso.steering.intake.phrases.orders import is_order
from tinhso.steering.intake.reading import Span

#: Series that stand only under one another, the outermost first; a title is an unnumbered line in capitals.
_OUTER = ("appendix", "title", "phần", "chương", "mục", "tiểu mục", "điều")
_TOP = ("roman", "capital")

_COLON = re.compile(r"[:：]\s*(?:\([^)]*\))?$")
_FIRST_LETTER = re.compile(rf"\s(?=a\)\s+[{CAPITALS}])")
_FIRST_DASH = re.compile(rf"\s(?=[-–]\s[{CAPITALS}])")


@dataclass(slots=True)
class Node:
    """One piece of the outline. ``span`` covers its own words with the marker; ``text`` is its words without the
    marker and starts at ``start``. Unmarked paragraphs are nodes with ``marker`` None; ``tables`` are those that
    follow the piece."""

    marker: Marker | None
    text: str
    span: Span
    bold: bool = False
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    code: str = ""

    @property
    def style(self) -> str:
        return self.marker.style if self.marker else ""

    @property
    def start(self) -> int:
        return self.span[1] - len(self.text)

    @property
    def is_bullet(self) -> bool:
        return self.style.startswith("bullet")

    @property
    def opens_list(self) -> bool:
        return _COLON.search(self.text) is not None

    @property
    def depth(self) -> int:
        return sum(1 for _ in self.ancestors())

    def ancestors(self) -> Iterator["Node"]:
        """The pieces above this one, the nearest first, the root last."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator["Node"]:
        """This piece and all below it in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def grow(lines: Iterable[Line]) -> Node:
    """The outline of ``lines``; a table hangs on the piece that stands before its first row."""
    root = Node(None, "", (0, 0))
    here = root
    rows = [line for line in lines if line.kind != "furniture" and line.text]
    for line, following in zip(rows, [*rows[1:], None], strict=False):
        if line.kind == "row":
            _hang_table(here, line)
            continue
        for piece in _pieces(line, following):
            here = _place(here, piece)
    _number(root)
    return root


def _hang_table(here: Node, line: Line) -> None:
    if line.table is not None and line.table not in here.tables:
        here.tables.append(line.table)


def is_title(text: str) -> bool:
    """A line wholly in capitals, as document and section titles are set."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 3 and sum(sign.isupper() for sign in letters) >= 0.9 * len(letters)


def _pieces(line: Line, following: Line | None) -> Iterator[Node]:
    """A line is one piece, or a heading with its first point glued behind it."""
    cuts = [0, *_glued(line.text, following), len(line.text)]
    for first, last in pairwise(cuts):
        words = line.text[first:last].rstrip()
        lead = len(words) - len(words.lstrip())
        yield Node(None, words.lstrip(), (line.start + first + lead, line.start + first + len(words)), line.bold)


def _glued(text: str, following: Line | None) -> list[int]:
    markers = read_markers(text)
    if not markers or markers[0].style not in ("roman", "decimal1", "decimal2", "letter", "capital"):
        return []
    letter = _FIRST_LETTER.search(text, markers[0].length, 250)
    if letter and markers[0].style != "letter":
        return [letter.end()]
    dash = _FIRST_DASH.search(text, markers[0].length, 160)
    if dash and following is not None and re.match(r"[-–]\s", following.text) and not _sentence(text[: dash.start()]):
        return (
            [dash.end()] if _goes_on_as_list(text[: dash.start()], text[dash.end() :].lstrip("-– "), following) else []
        )
    return []


def _sentence(text: str) -> bool:
    return re.search(r"[;:,]|\.\s", text[4:]) is not None


def _goes_on_as_list(heading: str, point: str, following: Line) -> bool:
    """Whether a dash behind a heading opens its first point: the point orders or counts, it is no half of a name."""
    opens = is_order(point) or point[:1].isdigit() or len(point) > 80 or heading.rstrip().endswith(":")
    return opens and len(heading) < 120 and bool(following.text)


def _place(here: Node, piece: Node) -> Node:
    candidates = read_markers(piece.text)
    chain = [here, *here.ancestors()]
    if not candidates:
        return _place_plain(chain, piece)
    above, marker = _judge(chain, candidates)
    piece.marker = marker
    piece.text = piece.text[marker.length :]
    return _attach(above, piece)


def _attach(above: Node, piece: Node) -> Node:
    piece.parent = above
    above.children.append(piece)
    return piece


def _lacks_title(node: Node) -> bool:
    """Whether a part has only its number so far: "Phần II" with its title in the next line."""
    return node.style in ("phần", "chương", "mục", "tiểu mục") and not node.text and not node.children


def _place_plain(chain: list[Node], piece: Node) -> Node:
    if is_title(piece.text) and len(piece.text) > 4:
        if _lacks_title(chain[0]):
            chain[0].text, chain[0].span = piece.text, (chain[0].span[0], piece.span[1])
            return chain[0]
        piece.marker = Marker("title", 0, "", 0)
        return _attach(_first(chain, ("appendix",)) or chain[-1], piece)
    here = chain[0]
    if here.opens_list and not here.children:
        _attach(here, piece)
        return piece if piece.opens_list else here
    above = next(node for node in chain if not node.is_bullet and (node.marker or node.parent is None))
    _attach(above, piece)
    return piece if piece.opens_list else above


def _first(chain: list[Node], styles: tuple[str, ...]) -> Node | None:
    return next((node for node in chain if node.style in styles), None)


def _judge(chain: list[Node], candidates: tuple[Marker, ...]) -> tuple[Node, Marker]:
    """Where a marked piece hangs and how its marker is to be read: as the next of an open series, else as the
    start of a series, else as the likeliest reading."""
    for exact in (True, False):
        for marker in candidates:
            series = _series(chain, marker, exact=exact)
            if series is not None:
                return series.parent or chain[-1], marker
    marker = next((m for m in candidates if m.value <= 1), candidates[0])
    return _opener(chain, marker), marker


def _series(chain: list[Node], marker: Marker, *, exact: bool) -> Node | None:
    """The open piece whose series ``marker`` continues. A restart at one below a piece that announces a list is a
    list of its own."""
    for node in chain:
        if node.marker is None or node.marker.style != marker.style:
            continue
        if marker.style.startswith("bullet"):
            return node
        if exact:
            if marker.value == node.marker.value + 1 and _same_stem(node.marker, marker):
                return node
            continue
        if marker.value == 1 and _restarts_below(chain[0], node):
            return None
        return node
    return None


def _restarts_below(here: Node, last: Node) -> bool:
    """Whether a series that restarts is a list of its own: under a piece that announces one, or at once under the
    title of the series it repeats ("II. MỤC TIÊU CỤ THỂ" / "I. Giám sát …")."""
    if here.children:
        return False
    return here.style == "roman" and is_title(here.text) if here is last else here.opens_list


def _same_stem(last: Marker, marker: Marker) -> bool:
    return last.label.rpartition(".")[0] == marker.label.rpartition(".")[0]


def _opener(chain: list[Node], marker: Marker) -> Node:
    """The piece under which a new series opens."""
    root = chain[-1]
    if marker.style in _OUTER:
        outer = _OUTER[: _OUTER.index(marker.style)]
        return _first(chain, outer) or root
    if marker.style in _TOP:
        return _first(chain, (*_OUTER, *_TOP)) or root
    if marker.style.startswith("bullet"):
        return next((n for n in chain if n.marker or n.opens_list or n.parent is None), root)
    stem = marker.label.rpartition(".")[0]
    if marker.style.startswith("decimal") and stem:
        return _stem_bearer(chain, marker) or next(n for n in chain if not n.is_bullet)
    return next((n for n in chain if not n.is_bullet or n.opens_list), root)


def _stem_bearer(chain: list[Node], marker: Marker) -> Node | None:
    stem = marker.label.rpartition(".")[0]
    return next((n for n in chain if n.marker and n.marker.label == stem), None)


def _number(root: Node) -> None:
    """Codes: the path of labels; bullets and unmarked paragraphs count within their piece; repeats get a tick."""
    taken: dict[str, int] = {}
    for node in root.walk():
        bullets = plain = 0
        for child in node.children:
            if child.is_bullet:
                bullets += 1
            elif child.marker is None:
                plain += 1
            code = _code(node, child, bullets if child.is_bullet else plain)
            child.code = code if code == node.code else unique_code(code, taken)


def _code(node: Node, child: Node, order: int) -> str:
    """The code of ``child``; ``order`` counts it among the bullets or the plain paragraphs of ``node``."""
    marker = child.marker
    if marker is None:
        return node.code if order == 1 else f"{node.code}.§{order}".lstrip(".")
    if child.is_bullet:
        return f"{node.code}.{order}".lstrip(".")
    if marker.style in ("roman", "capital") and node.style in ("điều", "title"):
        return marker.label
    if marker.style == "title":
        return node.code
    stem = marker.label.rpartition(".")[0]
    if stem and (node.code == stem or node.code.endswith(f".{stem}")):
        return f"{node.code}.{marker.label.rpartition('.')[2]}"
    return f"{node.code}.{marker.label}".lstrip(".")


def unique_code(code: str, taken: dict[str, int]) -> str:
    """``code``, with a tick ("(2)") when it is taken; ``taken`` counts how often each was asked for."""
    while code:
        taken[code] = taken.get(code, 0) + 1
        if taken[code] == 1:
            return code
        code = f"{code}({taken[code]})"
    return code
