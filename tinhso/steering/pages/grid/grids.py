"""A grid as a page holds it: its columns and rows, and how many of them stand how."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import JsonResponse

from tinhso.steering.pages.grid.columns import SEEN, Column, columns_of
from tinhso.steering.pages.grid.drawing import state_told
from tinhso.steering.pages.grid.rows import Row, State, name_of


@dataclass(frozen=True, slots=True)
class Grid:
    """``name`` tells it from every other grid of the person: under it the browser keeps what is not saved yet.

    ``head`` is what a row is called: "Đơn vị", "Chỉ tiêu".
    """

    name: str
    rows: Sequence[Row]
    head: str = "Đơn vị"

    @property
    def columns(self) -> list[Column]:
        """The columns that any row asks for."""
        return columns_of(row.line.measure for row in self.rows)

    @property
    def counts(self) -> Counter[State]:
        """How many rows stand how."""
        return Counter(row.state for row in self.rows)

    @property
    def wrong(self) -> list[tuple[str, str, str]]:
        """The place on the page, the row and the sentence of every refusal, for the summary above the grid."""
        return [
            (f"o-{row.line.key}-{column}", row.line.label, sentence)
            for row in self.rows
            for column, sentence in row.errors.items()
        ]

    @property
    def open(self) -> int:
        """How many rows wait for a look."""
        return self.counts[State.DOUBTFUL]

    def answer(self, sent: Mapping[str, str]) -> JsonResponse:
        """What a script is told of the rows that it sent while somebody types."""
        asked_about = [row for row in self.rows if name_of(row.line, SEEN) in sent]
        told = {
            row.line.key: {"state": row.state.name.lower(), "told": state_told(row), "errors": row.sentences}
            for row in asked_about
        }
        return JsonResponse({"rows": told})
