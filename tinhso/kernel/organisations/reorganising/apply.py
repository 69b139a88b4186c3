"""Puts decisions into force: all of them, in one transaction, or none."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from tinhso.kernel.organisations.errors import CircularTree, OrphanedUnits
from tinhso.kernel.organisations.models import Succession, UnitVersion
from tinhso.kernel.organisations.reorganising.book import Book
from tinhso.kernel.organisations.reorganising.steps import Order
from tinhso.lib.dates import write_date


def put_into_force(*orders: Order) -> None:
    """Save the decisions and all they do. Those of one day are one change: the tree is judged when all are done.

    Raises NoSuchUnit, UnitExists, NotInForce, ChangedLater (it would overlap what is recorded), OrphanedUnits,
    CircularTree; then nothing is saved.
    """
    with transaction.atomic():
        book = Book()
        in_time = sorted(orders, key=lambda order: order.reorganisation.effective_on)
        for order in in_time:
            _work_in(book, order)
        for day in sorted({order.reorganisation.effective_on for order in in_time}):
            refuse_broken_tree(book, day)
        book.write()
        Succession.objects.bulk_create(_successions(book, in_time), batch_size=200)


def refuse_broken_tree(book: Book, day: date) -> None:
    """OrphanedUnits when a unit's superior does not exist that day, CircularTree when it stands under itself."""
    standing = {key: version for key in book.versions if (version := _version_on(book, key, day))}
    superior = {key: version.parent.key for key, version in standing.items() if version.parent}
    orphans = sorted(key for key, parent in superior.items() if parent not in standing)
    if orphans:
        raise OrphanedUnits(day=write_date(day), keys=", ".join(orphans[:10]))
    for key in superior:
        _refuse_circle(superior, key)


def _work_in(book: Book, order: Order) -> None:
    reorganisation, day = order.reorganisation, order.reorganisation.effective_on
    reorganisation.save(force_insert=True)
    book.add_units(step.unit for step in order.steps if step.action == "establish")
    for step in order.steps:
        if step.action == "establish":
            book.begin(step, day, reorganisation)
        elif step.action == "amend":
            book.amend(step, day, reorganisation)
        else:
            book.end(step, day, reorganisation)


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


def _version_on(book: Book, key: str, day: date) -> UnitVersion | None:
    return next((version for version in book.versions[key] if version.holds_on(day)), None)


def _refuse_circle(superior: dict[str, str], key: str) -> None:
    seen, above = {key}, superior.get(key)
    while above is not None:
        if above in seen:
            raise CircularTree(key=key)
        seen.add(above)
        above = superior.get(above)
