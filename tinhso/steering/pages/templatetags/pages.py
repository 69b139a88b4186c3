"""Words of the programme's screens: ``{% load pages %}``."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from django import template
from django.db.models import QuerySet
from django.utils.safestring import SafeString

from tinhso.steering.pages.indicator_cells import indicator_cells
from tinhso.steering.pages.marks import WORDS
from tinhso.steering.pages.paper import Cell, Mark, Piece
from tinhso.steering.pages.tally_rows import tally_row
from tinhso.steering.pages.task_cells import cells, due
from tinhso.steering.pages.word_changes import new_words, old_words
from tinhso.steering.programmes.models import Edit, EditableItem, Item
from tinhso.steering.programmes.naming import name_of

register = template.Library()

#: Known by how they are set; a mark on them would only be noise.
BARE = ("heading", "recipient")


register.simple_tag(tally_row)
register.simple_tag(indicator_cells)
register.simple_tag(cells, name="task_cells")
register.simple_tag(old_words)
register.simple_tag(new_words)
register.simple_tag(due, name="task_due")


@register.filter
def reviewed(item: Item) -> str:
    """How the review's addresses name an item: "task-12"."""
    return name_of(item)


@register.filter
def edits(item: EditableItem) -> QuerySet[Edit]:
    """What people did to an item, the oldest first; one query."""
    return Edit.objects.filter(**{str(item._meta.model_name): item}).select_related("by").order_by("at", "pk")


@register.simple_tag
def marked(cell: Cell) -> SafeString:
    """The words of a line or a cell with their marks, each a link to what it states.

    Written as text and escaped piece by piece: a long plan has thousands, and format_html costs ten times as much.
    """
    runs = groupby(cell.pieces, key=lambda piece: piece.whole)
    return SafeString("".join(_run(whole, list(pieces)) for whole, pieces in runs))


def _run(whole: Mark | None, pieces: Sequence[Piece]) -> str:
    """Pieces under one mark. The run carries the first piece's anchor, the later pieces their own."""
    first, *later = pieces
    inner = "".join([_piece(first, ""), *(_piece(piece, _anchor(piece)) for piece in later)])
    if whole is None or whole.kind in BARE:
        return f"<span{_anchor(first)}>{inner}</span>" if first.anchors else inner
    words = (_sign(whole) if whole.start in first.anchors else "") + inner
    if whole.href:
        words = f'<a href="{escape(whole.href)}">{words}</a>'
    named = f' data-item="{escape(str(whole.item))}"' if whole.item else ""
    title = WORDS[whole.kind]
    return f'<mark class="mark-{whole.kind}"{_anchor(first)}{named} title="{title}">{words}</mark>'


def _piece(piece: Piece, anchor: str) -> str:
    words = escape(piece.text)
    if piece.noted:
        words = f'<span class="noted" title="{escape(piece.noted[0].text)}">{words}</span>'
    if piece.part:
        kind = piece.part.kind
        return f'<span class="part part-{kind}"{anchor} title="{WORDS[kind]}">{words}</span>'
    return f"<span{anchor}>{words}</span>" if anchor else words


def _anchor(piece: Piece) -> str:
    return f' id="c{int(piece.anchors[0])}"' if piece.anchors else ""


def _sign(mark: Mark) -> str:
    return f'<span class="mark-sign">{escape(mark.sign)}</span>' if mark.sign else ""
