"""The row of a sentence that gives work to bodies."""

from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    OwnerSentence,
)


def make_owner_sentence(making: Making, index: int) -> Made:
    """A sentence that gives tasks named elsewhere to bodies."""
    item = making.reading.assignments[index]
    row = OwnerSentence(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        role=item.role,
        who="; ".join(item.who),
        targets="; ".join(item.targets),
        text=item.text,
    )
    return Made(row, spans=making.spans_of(item.sources, item.span, owner_sentence=row))
