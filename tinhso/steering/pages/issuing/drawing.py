"""A document as HTML: the same words as in its files, each figure a way to its records.

Written as text and escaped word by word, as the rows of other long tables are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from tinhso.kernel.documents.paper.words import Block, Grid, Heading, Item, Paragraph, Rank, Row, Run, Side, Words
from tinhso.lib.markup import escaped

#: The name of a figure → its address.
Way = Callable[[str], str]
#: The page's own title is the first head, the document's kind the second.
_HEADS = {Rank.ROMAN: "h3", Rank.NUMBER: "h4", Rank.LETTER: "h5"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Blocks as HTML; ``way`` leads from a figure to its records."""

    way: Way

    def blocks(self, blocks: Iterable[Block]) -> SafeString:
        """All blocks under each other."""
        return SafeString("\n".join(self._block(each) for each in blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            head, words = _HEADS[block.rank], f"{escaped(block.label)} {self._words(block.words)}"
            return f'<{head} class="sheet-{block.rank.name.lower()}">{words}</{head}>'
        if isinstance(block, Paragraph):
            return f"<p>{self._words(block.words)}</p>"
        if isinstance(block, Item):
            sign = "-" if block.depth == 1 else "+"
            return f'<p class="sheet-item sheet-item-{block.depth}">{sign} {self._words(block.words)}</p>'
        return self._grid(block)

    def _grid(self, grid: Grid) -> str:
        whole = sum(column.share for column in grid.columns) or 1
        heads = "".join(f'<th scope="col">{escaped(column.head)}</th>' for column in grid.columns)
        # Shares as attributes of the old kind: the pages allow no inline style.
        widths = "".join(f'<col width="{column.share / whole:.1%}">' for column in grid.columns)
        rows = "\n".join(self._row(row, grid) for row in grid.rows)
        name = escaped(", ".join(column.head for column in grid.columns[:3]))
        return (
            f'<div class="sheet-table" tabindex="0" role="region" aria-label="Bảng: {name}"><table>'
            f"<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def _row(self, row: Row, grid: Grid) -> str:
        if row.band:
            return f'<tr><th colspan="{len(grid.columns)}" scope="rowgroup">{self._words(row.cells[0])}</th></tr>'
        cells = zip(row.cells, grid.columns, strict=True)
        return f"<tr>{''.join(self._cell(words, column.side) for words, column in cells)}</tr>"

    def _cell(self, words: Words, side: Side) -> str:
        kind = "" if side == Side.LEFT else f' class="sheet-{side.value}"'
        return f"<td{kind}>{self._words(words)}</td>"

    def _words(self, words: Words) -> str:
        return "".join(self._run(run) for run in words)

    def _run(self, run: Run) -> str:
        text = escaped(run.text)
        if run.italic:
            text = f"<em>{text}</em>"
        if run.bold:
            text = f"<strong>{text}</strong>"
        address = self.way(run.figure) if run.figure else ""
        return f'<a href="{escaped(address)}">{text}</a>' if address else text
