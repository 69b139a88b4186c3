"""The row of an abbreviation."""

from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    Abbreviation,
)


def make_abbreviation(making: Making, index: int) -> Made:
    """A short form that the text defines."""
    item = making.reading.abbreviations[index]
    row = Abbreviation(
        programme=making.programme, position=item.span[0], reading_index=index, short=item.short, long=item.long
    )
    return Made(row, spans=making.spans_of((), item.span, abbreviation=row))
