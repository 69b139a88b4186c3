"""Words of the programme's screens: ``{% load pages %}``."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django import template
from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tinhso.steering.pages.marks import WORDS
from tinhso.steering.pages.paper import Cell, Mark, Piece
from tinhso.steering.pages.review.kinds import name_of
from tinhso.steering.programmes.models import Assignment, Edit, EditableItem, Item

register = template.Library()

#: Known by how they are set; a mark on them would only be noise.
BARE = ("heading", "recipient")


@register.filter
def wordings(people: Iterable[Assignment]) -> str:
    """The names as the plan writes them, joined by semicolons."""
    return "; ".join(each.wording for each in people)


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
    """The words of a line or a cell with their marks, each a link to what it states."""
    runs = groupby(cell.pieces, key=lambda piece: piece.whole)
    return format_html_join("", "{}", ((_run(whole, list(pieces)),) for whole, pieces in runs))


def _run(whole: Mark | None, pieces: Sequence[Piece]) -> SafeString:
    """Pieces under one mark. The run carries the first piece's anchor, the later pieces their own."""
    first, *later = pieces
    anchored = [_piece(first, SafeString()), *(_piece(piece, _anchor(piece)) for piece in later)]
    inner = format_html_join("", "{}", ((piece,) for piece in anchored))
    if whole is None or whole.kind in BARE:
        return format_html("<span{}>{}</span>", _anchor(first), inner) if first.anchors else inner
    sign = _sign(whole) if whole.start in first.anchors else ""
    words = (
        format_html('<a href="{}">{}{}</a>', whole.href, sign, inner)
        if whole.href
        else format_html("{}{}", sign, inner)
    )
    title = WORDS[whole.kind]
    named = format_html(' data-item="{}"', whole.item) if whole.item else SafeString()
    return format_html(
        '<mark class="mark-{}"{}{} title="{}">{}</mark>', whole.kind, _anchor(first), named, title, words
    )


def _piece(piece: Piece, anchor: SafeString) -> SafeString:
    words = format_html("{}", piece.text)
    if piece.noted:
        words = format_html('<span class="noted" title="{}">{}</span>', piece.noted[0].text, words)
    if piece.part:
        kind = piece.part.kind
        return format_html('<span class="part part-{}"{} title="{}">{}</span>', kind, anchor, WORDS[kind], words)
    return format_html("<span{}>{}</span>", anchor, words) if anchor else words


def _anchor(piece: Piece) -> SafeString:
    return format_html(' id="c{}"', piece.anchors[0]) if piece.anchors else SafeString()


def _sign(mark: Mark) -> SafeString:
    return format_html('<span class="mark-sign">{}</span>', mark.sign) if mark.sign else SafeString()
