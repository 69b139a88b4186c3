"""Rows that say who watches, leads, helps, sends, receives."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from tinhso.steering.programmes.making.making import Making
from tinhso.steering.programmes.models import Assignment, Candidate
from tinhso.steering.programmes.owners import Meaning


def make_assignments(making: Making, named: Iterable[tuple[str, Iterable[str]]], **item: Model) -> Iterator[Model]:
    """An assignment for each body named in each role, with its candidates where it is unsure whom the words mean."""
    place = 0
    for role, names in named:
        for meaning in _meanings(making, names):
            yield from _one(making, meaning, role=role, place=place, **item)
            place += 1


def _meanings(making: Making, names: Iterable[str]) -> Iterable[Meaning]:
    """Each wording once."""
    return {meaning.wording: meaning for name in names for meaning in making.meanings[name]}.values()


def _one(making: Making, meaning: Meaning, *, role: str, place: int, **item: Model) -> Iterator[Model]:
    columns = {**meaning.columns, **item}
    assignment = Assignment(
        programme=making.programme,
        position=place,
        role=role,
        wording=meaning.wording,
        certainty=meaning.certainty,
        **columns,
    )
    yield assignment
    for rank, candidate in enumerate(meaning.candidates):
        yield Candidate(assignment=assignment, place=rank, **candidate)


def names_in(written: str | None) -> list[str]:
    """The names of a list joined by semicolons, as duties write them."""
    return [name.strip() for name in (written or "").split(";") if name.strip()]
