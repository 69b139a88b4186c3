"""Rows that say who watches, leads, helps, sends, receives."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from tinhso.steering.programmes.making.making import Making
from tinhso.steering.programmes.models import Assignment, Candidate


def make_assignments(making: Making, named: Iterable[tuple[str, Iterable[str]]], **item: Model) -> Iterator[Model]:
    """An assignment for each (role, wordings), with its candidates where it is unsure whom the words mean."""
    place = 0
    for role, wordings in named:
        for wording in dict.fromkeys(wordings):
            yield from _one(making, role=role, wording=wording, place=place, **item)
            place += 1


def _one(making: Making, *, role: str, wording: str, place: int, **item: Model) -> Iterator[Model]:
    meaning = making.meanings[wording]
    assignment = Assignment(
        programme=making.programme,
        position=place,
        role=role,
        wording=wording,
        certainty=meaning.certainty,
        **meaning.columns,
        **item,
    )
    yield assignment
    for rank, columns in enumerate(meaning.candidates):
        yield Candidate(assignment=assignment, place=rank, **columns)


def names_in(written: str | None) -> list[str]:
    """The names of a list joined by semicolons, as duties write them."""
    return [name.strip() for name in (written or "").split(";") if name.strip()]
