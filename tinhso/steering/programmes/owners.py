"""Whom the names in a plan mean on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.matching.index import Target
from tinhso.kernel.organisations.matching.matcher import Answer, Matcher
from tinhso.steering.intake.reading import DocumentDate
from tinhso.steering.programmes.models import Assignment, Programme
from tinhso.steering.programmes.period import Period, named_on

Columns = dict[str, int]
"""The column of an assignment that names a unit, a post or a group, with its key: {"post_id": 7}."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words that name one body, or several bodies of which a person must choose one."""

    wording: str
    certainty: str
    columns: Columns
    candidates: tuple[Columns, ...] = ()


def naming_day_of(programme: Programme) -> date:
    """The day on which the names of the programme's plan hold."""
    document = programme.document
    issued = DocumentDate(document.issued_day, document.issued_month, document.issued_year)
    return named_on(issued, Period(programme.starts_on, programme.ends_on))


def meanings_of(names: Iterable[str], day: date) -> dict[str, list[Meaning]]:
    """Every name with what it means on that day; one that lists several bodies means each of them."""
    matcher = Matcher.on(day)
    return {name: [_meaning(answer) for answer in matcher.match_all(name)] for name in set(names)}


def _meaning(answer: Answer) -> Meaning:
    certainty = Assignment.Certainty
    if answer.matched is not None:
        return Meaning(answer.wording, certainty.CERTAIN, _columns(answer.matched.target))
    if not answer.choices:
        return Meaning(answer.wording, certainty.UNKNOWN, {})
    candidates = tuple(_columns(choice.target) for choice in answer.choices)
    return Meaning(answer.wording, certainty.UNSURE, {}, candidates)


def _columns(target: Target) -> Columns:
    return {f"{target.kind}_id": target.pk}
