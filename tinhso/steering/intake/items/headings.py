"""Headings: the titles of the outline and of a table's groups as they are told to the outside."""

from collections.abc import Iterable, Iterator

from tinhso.steering.intake.items.tables import Row
from tinhso.steering.intake.layout.outline import Node
from tinhso.steering.intake.layout.zones import Zone
from tinhso.steering.intake.phrases.attributes import read_attribute
from tinhso.steering.intake.phrases.orders import owner_heading
from tinhso.steering.intake.reading import Furniture, Heading, Span


def as_headings(root: Node, zones: dict[int, Zone], *, titles: Iterable[Row], taken: list[Span]) -> tuple[Heading, ...]:
    """Pieces that carry no item of their own and have pieces below them, and the title rows of tables."""
    starts = {span[0] for span in taken}
    found = [_heading(node, zones[id(node)]) for node in root.walk() if _is_heading(node, starts)]
    return (*found, *map(_row_heading, titles))


def _is_heading(node: Node, starts: set[int]) -> bool:
    if node.parent is None or node.span[0] in starts or read_attribute(node.text):
        return False
    if node.marker is None:
        return node.opens_list or (bool(node.children) or _introduces(node))
    return bool(node.children or node.tables) or node.style in (
        "roman",
        "capital",
        "title",
        "phần",
        "chương",
        "mục",
        "điều",
        "appendix",
    )


def _introduces(node: Node) -> bool:
    """The paragraph between a heading and its list."""
    above = node.parent
    return above is not None and above.children[0] is node and any(child.marker for child in above.children)


def _heading(node: Node, zone: Zone) -> Heading:
    owner = owner_heading(node.text)
    role = "orientation" if node.marker is None else "owner" if owner else zone.value
    return Heading(
        code=node.code,
        label=node.marker.label if node.marker else None,
        text=node.text,
        level=node.depth,
        role=role,
        parent=node.parent.code if node.parent and node.parent.parent else None,
        owner=owner.leads if owner else (),
        span=node.span,
    )


def _row_heading(row: Row) -> Heading:
    text = row.item.text if row.item else row.line.text.strip()
    return Heading(row.label, row.label or None, text, 1, "table_group", None, (), row.span)


def attribute_furniture(root: Node, taken: list[Span]) -> Iterator[Furniture]:
    """The attribute lines ("Cơ quan chủ trì: …"), which belong to the items they describe."""
    starts = {span[0] for span in taken}
    for node in root.walk():
        if node.parent is not None and node.span[0] not in starts and _describes(node):
            yield Furniture("attribute", node.span)


def _describes(node: Node) -> bool:
    above = node.parent
    return read_attribute(node.text) is not None or (
        above is not None and above.parent is not None and read_attribute(above.text) is not None
    )
