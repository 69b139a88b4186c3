"""The row of a line of "Nơi nhận"."""

from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    Recipient,
)


def make_recipient(making: Making, index: int) -> Made:
    """A line of "Nơi nhận"."""
    item = making.reading.recipients[index]
    row = Recipient(programme=making.programme, position=item.span[0], reading_index=index, text=item.text)
    return Made(row, spans=making.spans_of((), item.span, recipient=row))
