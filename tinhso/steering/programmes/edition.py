"""The edition of the programmes, and rows that are kept as long as it holds (decision 91).

What people report is not among the facts of a programme; completing a task, more time and every edit are.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Generic, TypeVar

from django.db.models import Model

from tinhso.kernel.organisations.edition import ORGANISATIONS, edition
from tinhso.lib.keeping import Kept

PROGRAMMES = "programmes_edition"
Row = TypeVar("Row", bound=Model)
Editions = tuple[str, str]


def editions() -> Editions:
    """The label of what follows from programmes and organisations alone."""
    return edition(PROGRAMMES), edition(ORGANISATIONS)


class KeptRows(Generic[Row]):
    """Rows with their parts by key, each read when it is first asked for and kept until a programme or a unit changes.

    All threads of the process share them: nobody may change one, or save it.
    """

    def __init__(self, read: Callable[[Collection[int]], Iterable[Row]], most: int) -> None:
        """``read`` gives the rows of some keys; the process keeps at most so many."""
        self._read, self._kept = read, Kept[int, Row](most)

    def of(self, keys: Iterable[int]) -> dict[int, Row]:
        """Key → row, in the order of the keys; what no longer exists is missing."""
        return self._kept.many(dict.fromkeys(keys, editions()), self._rows)

    def _rows(self, keys: Collection[int]) -> dict[int, Row]:
        return {row.pk: row for row in self._read(keys)}
