"""A selection of a programme's document with what stands around it: the heading above and whom it names."""

from collections.abc import Callable
from dataclasses import replace

from tinhso.steering.intake.items.selection import Selection
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.archive import revived
from tinhso.steering.programmes.editing.codes import code_beside
from tinhso.steering.programmes.editing.places import trimmed
from tinhso.steering.programmes.editing.refusals import WordsNotFound
from tinhso.steering.programmes.making.makers import names_of
from tinhso.steering.programmes.making.making import Making
from tinhso.steering.programmes.making.people import names_in
from tinhso.steering.programmes.models import Heading, Programme
from tinhso.steering.programmes.owners import meanings_of
from tinhso.steering.programmes.period import Period, issued_year, naming_day


def hold(programme: Programme) -> Programme:
    """The programme with its document, held until the transaction ends: two who add the same words wait here."""
    held = Programme.objects.select_for_update(of=("self",)).select_related("document__reading")
    return held.get(pk=programme.pk)


def select(programme: Programme, start: int, end: int, *, kind: str) -> Selection:
    """Characters [start, end) without what opens their line. Raises WordsNotFound when no word is among them."""
    reading = programme.document.reading
    first, last = trimmed(reading.text, start, end)
    words = " ".join(reading.text[first:last].split())
    if not any(sign.isalnum() for sign in words):
        raise WordsNotFound(words=words)
    heading = heading_above(programme, first)
    return Selection(
        words,
        (first, last),
        code="" if kind == "duty" else code_beside(programme, heading.code if heading else ""),
        section=heading.text if heading else None,
        leads=tuple(_owners(heading)),
        year=issued_year(revived(reading)),
    )


def heading_above(programme: Programme, position: int) -> Heading | None:
    """The nearest numbered heading before a place of the document."""
    headings = Heading.objects.filter(programme=programme).current().exclude(code="")
    above = headings.filter(spans__document=programme.document_id, spans__start__lte=position)
    return above.order_by("-spans__start").first()


def making_of(programme: Programme, selection: Selection, only: Callable[[Reading], Reading]) -> Making:
    """The making of rows from a reading cut down to the words selected, under the headings that the programme has."""
    whole = revived(programme.document.reading)
    reading = only(replace(whole, indicators=(), tasks=(), duties=(), objectives=(), assignments=()))
    day = naming_day(whole, Period(programme.starts_on, programme.ends_on))
    making = Making(
        programme=programme,
        document=programme.document,
        reading=reading,
        meanings=meanings_of([*names_of(reading), *selection.leads], day),
    )
    rows = Heading.objects.filter(programme=programme, reading_index__isnull=False)
    making.headings |= {row.reading_index: row for row in rows if row.reading_index is not None}
    return making


def _owners(heading: Heading | None) -> list[str]:
    """Whom the heading, or the nearest one above it that names somebody, hands its work to."""
    while heading is not None:
        if heading.owner:
            return names_in(heading.owner)
        heading = heading.parent
    return []
