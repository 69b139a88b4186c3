"""The edition of the programmes, and rows that are kept as long as it holds (decision 91).

What people report is not among the facts of a programme; completing a task, more time and every edit are.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Generic, TypeVar

from django.db.models import Model

from tinhso.kernel.organisations.edition import ORGANISATIONS, asked_together, edition
from tinhso.lib.keeping import Kept

PROGRAMMES = asked_together("programmes_edition")
#: What rows of a programme are made from: a person of a task brings the unit along.
WITH_UNITS = (PROGRAMMES, ORGANISATIONS)
Row = TypeVar("Row", bound=Model)


class KeptRows(Generic[Row]):
    """Rows with their parts by key, each read when it is first asked for and kept until a programme or a unit changes.

    All threads of the process share them: nobody may change one, or save it.
    """

    def __init__(
        self, read: Callable[[Collection[int]], Iterable[Row]], most: int, *, tables: Iterable[str] = WITH_UNITS
    ) -> None:
        """``read`` gives the rows of some keys; the process keeps at most so many, as long as these editions hold."""
        self._read, self._kept, self._tables = read, Kept[int, Row | None](most), tuple(tables)

    def of(self, keys: Iterable[int]) -> dict[int, Row]:
        """Key → row, in the order of the keys; what does not exist is missing, and that is remembered too."""
        found = self._kept.many(dict.fromkeys(keys, edition(*self._tables)), self._rows)
        return {key: row for key, row in found.items() if row is not None}

    def _rows(self, keys: Collection[int]) -> dict[int, Row | None]:
        found = {row.pk: row for row in self._read(keys)}
        return {key: found.get(key) for key in keys}
