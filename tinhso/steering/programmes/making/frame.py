"""Rows of headings, bases, aims, recipients, abbreviations, owner sentences."""

from datetime import date

from tinhso.lib.text import fold
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.models import (
    Abbreviation,
    Heading,
    LegalBasis,
    Objective,
    OwnerSentence,
    Recipient,
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


def make_recipient(making: Making, index: int) -> Made:
    """A line of "Nơi nhận"."""
    item = making.reading.recipients[index]
    row = Recipient(programme=making.programme, position=item.span[0], reading_index=index, text=item.text)
    return Made(row, spans=making.spans_of((), item.span, recipient=row))


def make_abbreviation(making: Making, index: int) -> Made:
    """A short form that the text defines."""
    item = making.reading.abbreviations[index]
    row = Abbreviation(
        programme=making.programme, position=item.span[0], reading_index=index, short=item.short, long=item.long
    )
    return Made(row, spans=making.spans_of((), item.span, abbreviation=row))


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
