"""The edition of the programmes, and rows that are kept as long as it holds (decision 91).

What people report is not among the facts of a programme; completing a task, more time and every edit are.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Generic, TypeVar

from django.db.models import Model

from tinhso.kernel.organisations.edition import ORGANISATIONS, edition

PROGRAMMES = "programmes_edition"
Row = TypeVar("Row", bound=Model)
_Label = tuple[str, str]


class KeptRows(Generic[Row]):
    """Rows with their parts by key, each read when it is first asked for and kept until a programme or a unit changes.

    All threads of the process share them: nobody may change one, or save it.
    """

    def __init__(self, read: Callable[[Collection[int]], Iterable[Row]], most: int) -> None:
        """``read`` gives the rows of some keys; the process keeps at most so many."""
        self._read, self._most = read, most
        self._kept: tuple[_Label | None, dict[int, Row]] = (None, {})

    def of(self, keys: Iterable[int]) -> dict[int, Row]:
        """Key → row, in the order of the keys; what no longer exists is missing."""
        wanted = list(dict.fromkeys(keys))
        # Labelled with the editions of before the reading, as whatever is kept for an edition.
        label = (edition(PROGRAMMES), edition(ORGANISATIONS))
        kept_in, kept = self._kept
        known = kept if kept_in == label else {}
        missing = [key for key in wanted if key not in known]
        if missing:
            fresh = {row.pk: row for row in self._read(missing)}
            known = {**known, **fresh}
            self._keep(label, known, fresh)
        return {key: known[key] for key in wanted if key in known}

    def _keep(self, label: _Label, known: dict[int, Row], fresh: dict[int, Row]) -> None:
        for rows in (known, fresh):
            if len(rows) <= self._most:
                # One assignment: another thread sees the old rows with the old label or the new ones with the new.
                self._kept = (label, rows)
                return
