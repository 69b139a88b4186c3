"""Rows: the numbered rows of one table, with the head that a new page repeats set aside as furniture."""

from dataclasses import dataclass, field

from tinhso.steering.intake.manuscript import Paragraph

#: No head has more rows than this.
_HEAD_ROWS = 3


@dataclass(slots=True)
class Rows:
    """Makes the rows of table ``number``; a repeated head gets no row number."""

    number: int
    made: int = 0
    _head: list[tuple[str, ...]] = field(default_factory=list)
    _repeated: int = 0

    def row(self, cells: tuple[str, ...], *, page: int | None = None, continued: tuple[int, ...] = ()) -> Paragraph:
        text = "\t".join(cells)
        if self._is_repeated(cells):
            return Paragraph(text, "furniture", cells, self.number, page=page)
        if self.made < _HEAD_ROWS:
            self._head.append(cells)
        self.made += 1
        return Paragraph(text, "row", cells, self.number, self.made - 1, page, continued=continued)

    def repeats_head(self, cells: tuple[str, ...]) -> bool:
        """Whether these cells are the table's first row again."""
        return bool(self._head) and cells == self._head[0] and any(cells)

    def _is_repeated(self, cells: tuple[str, ...]) -> bool:
        if self._repeated < len(self._head) and self._repeated and cells == self._head[self._repeated]:
            self._repeated += 1
            return True
        self._repeated = 1 if self.repeats_head(cells) else 0
        return self._repeated == 1
