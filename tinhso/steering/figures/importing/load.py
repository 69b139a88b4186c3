"""Load a file of figures: all that is new in it, or nothing and every line that is wrong with its reason."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.executing import naming_day
from tinhso.steering.figures.importing.checking import MOST_TOLD, beside, settled
from tinhso.steering.figures.importing.desks import Desks
from tinhso.steering.figures.importing.files import Row, rows_of
from tinhso.steering.figures.importing.lines import Fresh, Refused, Understanding
from tinhso.steering.figures.importing.staging import staged
from tinhso.steering.figures.measuring import kept_measure
from tinhso.steering.figures.models import FigureLoad
from tinhso.steering.figures.refusals import GivenMeanwhile, LinesRefused
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Indicator, Programme

_PORTION = 5_000
_SUPERSEDE = """
UPDATE figures_value SET superseded_at = %s
WHERE id IN (SELECT corrects_id FROM figures_incoming WHERE corrects_id IS NOT NULL)"""
_ENTER = """
INSERT INTO figures_value (indicator_id, unit_id, level, from_on, to_on, numerator, denominator, number, answer,
    not_applicable, withdrawn, source, reference, note, corrects_id, entered_by_id, recorded_at)
SELECT indicator_id, unit_id, level, from_on, to_on, numerator, denominator, number, '', not_applicable, %s, 'imported',
    CAST(%s AS text) || ':' || line, note, corrects_id, %s, %s
FROM figures_incoming ORDER BY line"""

Step = FigureLoad.Step
Tell = Callable[[Step, int], None]
"""Hears what is being done and how many lines were read; what it raises ends the work, and nothing was entered."""


@dataclass(slots=True)
class Found:
    """What is in a file: lines that are new, lines passed over because the same stands, lines that say something else
    than another source, refused lines with their count."""

    fresh: int = 0
    same: int = 0
    beside: int = 0
    refused: int = 0
    told: list[Refused] = field(default_factory=list)


def tell_nobody(_step: Step, _lines: int) -> None:
    """Nobody hears how far it is."""


def import_figures(
    programme: Programme,
    file: BinaryIO,
    *,
    name: str,
    by: Account | None,
    tell: Tell = tell_nobody,
    at_end: Callable[[Found], None] = lambda _found: None,
) -> Found:
    """What was entered of the file. ``at_end`` is done in the transaction that enters it.

    Raises ProgrammeClosed, UnreadableLine and UnreadableWorkbook for the file, LinesRefused for its lines,
    GivenMeanwhile where somebody gave one of the figures at the same time.
    """
    with _checked(programme, file, name=name, by=by, tell=tell) as found:
        if found.refused:
            raise LinesRefused.of(found.refused, found.told)
        try:
            tell(Step.ENTERING, found.fresh)
            with transaction.atomic():
                _enter(programme, name, by)
                at_end(found)
        except IntegrityError as clash:
            raise GivenMeanwhile from clash
    return found


def looked_into(
    programme: Programme, file: BinaryIO, *, name: str, by: Account | None, tell: Tell = tell_nobody
) -> Found:
    """What ``import_figures`` would do; nothing is entered. Raises what it raises for the file."""
    with _checked(programme, file, name=name, by=by, tell=tell) as found:
        return found


@contextmanager
def _checked(programme: Programme, file: BinaryIO, *, name: str, by: Account | None, tell: Tell) -> Iterator[Found]:
    """The file's new lines lie in the table of incoming ones."""
    require_running(programme)
    rows = rows_of(file, name)
    _number, head = next(rows, (1, []))
    understanding, found = Understanding(head, Desks(programme, by=by)), Found()
    with staged(_portions(rows, understanding, found, tell=tell)):
        contradicting, found.same = settled()
        found.refused += len(contradicting)
        found.told = sorted([*found.told, *contradicting])[:MOST_TOLD]
        found.fresh, found.beside = _count(), beside()
        yield found


def _portions(rows: Iterator[Row], understanding: Understanding, found: Found, *, tell: Tell) -> Iterator[list[Fresh]]:
    read = 0
    while portion := list(islice(rows, _PORTION)):
        lines = [understanding.line(number, row) for number, row in portion]
        refused = [line for line in lines if isinstance(line, Refused)]
        found.refused += len(refused)
        found.told += refused[: max(MOST_TOLD - len(found.told), 0)]
        yield [line for line in lines if isinstance(line, Fresh)]
        read += len(portion)
        tell(Step.READING, read)
    tell(Step.COMPARING, read)


def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM figures_incoming")
        return int(cursor.fetchone()[0])


def _by_indicator() -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indicator_id, COUNT(*) FROM figures_incoming GROUP BY indicator_id ORDER BY 1")
        return dict(cursor.fetchall())


def _enter(programme: Programme, name: str, by: Account | None) -> None:
    counts = _by_indicator()
    indicators = Indicator.objects.in_bulk(counts)
    roster = Roster.on(naming_day(programme, timezone.localdate()))
    for key, count in counts.items():
        kept_measure(indicators[key], roster)
        facts = {"indicator": indicators[key].code, "programme": programme.code, "count": count}
        announce("value.imported", subject=f"indicator/{key}", facts=facts)
    moment = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A million rows are put in order and added up in memory, not on disk.
            cursor.execute("SET LOCAL work_mem = '128MB'")
        cursor.execute(_SUPERSEDE, (moment,))
        cursor.execute(_ENTER, (False, name, by.pk if by else None, moment))
