"""The row of a heading."""

from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    Heading,
)


def make_heading(making: Making, index: int) -> Made:
    """A heading; its parent is set once all headings have rows."""
    item = making.reading.headings[index]
    row = Heading(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        code=item.code,
        label=item.label or "",
        text=item.text,
        level=max(item.level, 0),
        role=item.role,
        owner="; ".join(item.owner),
    )
    return Made(row, spans=making.spans_of((), item.span, heading=row))
