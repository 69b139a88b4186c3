"""The row of a document that the plan stands on."""

from datetime import date

from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    LegalBasis,
)


def make_legal_basis(making: Making, index: int) -> Made:
    """A document that the plan stands on."""
    item = making.reading.legal_bases[index]
    row = LegalBasis(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        text=item.text,
        kind=item.kind or "",
        number=item.number or "",
        issued_on=date.fromisoformat(item.date) if item.date else None,
        issuer=item.issuer or "",
        subject=item.subject or "",
    )
    return Made(row, spans=making.spans_of((), item.span, legal_basis=row))
