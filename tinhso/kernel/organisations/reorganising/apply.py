"""Puts decisions into force: all of them, in one transaction, or none; or only rehearses it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tinhso.kernel.organisations.errors import CircularTree, OrphanedUnits
from tinhso.kernel.organisations.models import Reorganisation, Succession
from tinhso.kernel.organisations.reorganising.book import Book
from tinhso.kernel.organisations.reorganising.steps import Order, Step
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The book as the decisions would leave it, not written, and everything for which they would be refused."""

    book: Book
    refusals: list[TinhsoError]


def put_into_force(*orders: Order) -> None:
    """Save the decisions and all they do. Those of one day are one change: the tree is judged when all are done.

    Raises NoSuchUnit, UnitExists, NotInForce, ChangedLater (it would overlap what is recorded), OrphanedUnits,
    CircularTree; then nothing is saved.
    """
    with transaction.atomic():
        rehearsed = rehearse(*orders)
        for refusal in rehearsed.refusals:
            raise refusal
        for order in orders:
            order.reorganisation.save(force_insert=True)
        rehearsed.book.write()
        Succession.objects.bulk_create(_successions(rehearsed.book, orders), batch_size=200)


def rehearse(*orders: Order) -> Rehearsal:
    """Work the decisions into a book that is not written. A step that is refused is left out and told."""
    book, refusals = Book(), list[TinhsoError]()
    in_time = sorted(orders, key=lambda order: order.reorganisation.effective_on)
    book.add_units(step.unit for order in in_time for step in order.steps if step.action == "establish")
    for order in in_time:
        for step in order.steps:
            with _telling(refusals):
                _work_in(book, order.reorganisation, step)
        for key in (key for follow in order.follows for key in (follow.predecessor, follow.successor) if key):
            with _telling(refusals):
                book.unit(key)
    for day in sorted({order.reorganisation.effective_on for order in in_time}):
        refusals += broken_tree(book, day)
    return Rehearsal(book, refusals)


def refuse_broken_tree(book: Book, day: date) -> None:
    """OrphanedUnits when a unit's superior does not exist that day, CircularTree when it stands under itself."""
    for refusal in broken_tree(book, day):
        raise refusal


def broken_tree(book: Book, day: date) -> list[TinhsoError]:
    """Everything for which the units of a day are no tree."""
    standing = book.standing(day)
    superior = {key: version.parent.key for key, version in standing.items() if version.parent}
    orphans = sorted(standing[key].name for key, parent in superior.items() if parent not in standing)
    told: list[TinhsoError] = [OrphanedUnits(day=write_date(day), keys=", ".join(orphans[:10]))] if orphans else []
    return told + [CircularTree(key=standing[key].name) for key in superior if _stands_under_itself(superior, key)]


@contextmanager
def _telling(refusals: list[TinhsoError]) -> Iterator[None]:
    try:
        yield
    except TinhsoError as refusal:
        refusals.append(refusal)


def _work_in(book: Book, reorganisation: Reorganisation, step: Step) -> None:
    deed = {"establish": book.begin, "amend": book.amend, "end": book.end}[step.action]
    deed(step, reorganisation.effective_on, reorganisation)


def _successions(book: Book, orders: Sequence[Order]) -> Iterable[Succession]:
    return [
        Succession(
            reorganisation=order.reorganisation,
            manner=follow.manner,
            predecessor=book.unit(follow.predecessor),
            successor=book.unit(follow.successor) if follow.successor else None,
            share=follow.share,
            function=follow.function,
        )
        for order in orders
        for follow in order.follows
    ]


def _stands_under_itself(superior: dict[str, str], key: str) -> bool:
    seen, above = {key}, superior.get(key)
    while above is not None and above not in seen:
        seen.add(above)
        above = superior.get(above)
    return above == key
