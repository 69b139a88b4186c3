"""Which maker makes which kind of item, and whose names a reading holds."""

from collections.abc import Callable, Iterator, Mapping

from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.making.abbreviations import make_abbreviation
from tinhso.steering.programmes.making.duties import make_duty
from tinhso.steering.programmes.making.headings import make_heading
from tinhso.steering.programmes.making.indicators import make_indicator
from tinhso.steering.programmes.making.legal_bases import make_legal_basis
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.making.objectives import make_objective
from tinhso.steering.programmes.making.owner_sentences import make_owner_sentence
from tinhso.steering.programmes.making.people import names_in
from tinhso.steering.programmes.making.recipients import make_recipient
from tinhso.steering.programmes.making.tasks import make_task

#: Headings first: the others stand under them.
MAKERS: Mapping[str, Callable[[Making, int], Made]] = {
    "heading": make_heading,
    "legal_basis": make_legal_basis,
    "objective": make_objective,
    "indicator": make_indicator,
    "task": make_task,
    "duty": make_duty,
    "owner_sentence": make_owner_sentence,
    "recipient": make_recipient,
    "abbreviation": make_abbreviation,
}


def names_of(reading: Reading) -> Iterator[str]:
    """Every name that an assignment will carry."""
    for indicator in reading.indicators:
        yield from (*indicator.watchers, *indicator.leads, *indicator.cooperators)
    for task in reading.tasks:
        yield from (*task.leads, *task.cooperators)
    for duty in reading.duties:
        yield from (*names_in(duty.who), *names_in(duty.to))
