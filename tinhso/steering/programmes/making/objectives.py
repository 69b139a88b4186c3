"""The row of an aim without a number."""

from tinhso.lib.text import fold
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    Objective,
)


def make_objective(making: Making, index: int) -> Made:
    """An aim without a number."""
    item = making.reading.objectives[index]
    row = Objective(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        code=item.code or "",
        section=making.section_of(item.code or "", item.section),
        section_title=item.section or "",
        text=item.text,
        folded=fold(f"{item.code or ''} {item.text}"),
    )
    return Made(row, spans=making.spans_of(item.sources, item.span, objective=row))
