"""What a request for the review asks to see: ?xem=&loai=&phan=&muc=."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.http import HttpRequest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.review.entries import Entry, entries_of
from tinhso.steering.pages.review.kinds import KINDS
from tinhso.steering.pages.review.stretches import Stretch, stretches
from tinhso.steering.pages.review.views import FINDINGS, UNPLACED, VIEWS
from tinhso.steering.programmes.models import Heading

PARAMETERS = ("xem", "loai", "phan", "muc")


@dataclass(frozen=True, slots=True)
class Wish:
    """The parameters as they were sent, what no page knows left empty. ``chosen`` is "task-12"."""

    view: str = ""
    kind: str = ""
    part: int = 0
    chosen: str = ""


class Review:
    """A programme under review, as one person looks at it."""

    def __init__(self, about: Asked, account: Account, wish: Wish) -> None:
        self.asked, self.account, self.wish = about, account, wish

    @cached_property
    def entries(self) -> list[Entry]:
        """Every item; six queries."""
        return entries_of(self.asked.programme)

    @cached_property
    def matching(self) -> list[Entry]:
        """The items that the view and the kind show, of the whole document."""
        view = VIEWS.get(self.wish.view)
        found = filter(view.shows, self.entries) if view else ()
        return [entry for entry in found if self.wish.kind in ("", entry.kind)]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The document in parts; one query."""
        rows = Heading.objects.filter(programme=self.asked.programme).current().in_document_order()
        headings = [(position, f"{label} {text}".strip()) for position, label, text in _values(rows)]
        return stretches([entry.position for entry in self.entries], headings)

    @cached_property
    def stretch(self) -> Stretch:
        """The part asked for: by number, by the item chosen, else the first that shows something."""
        if 0 < self.wish.part <= len(self.stretches):
            return self.stretches[self.wish.part - 1]
        chosen = [entry for entry in self.entries if entry.name == self.wish.chosen]
        first = (chosen or self.matching)[:1]
        return next((part for part in self.stretches if first and part.holds(first[0].position)), self.stretches[0])

    @property
    def shown(self) -> Sequence[Entry]:
        """The items that the list shows now."""
        return [entry for entry in self.matching if self.stretch.holds(entry.position)]


def review(request: HttpRequest, programme: int, *, also: tuple[str, ...] = ()) -> Review:
    """The programme under review; ``also`` names further parameters of the page.

    Raises NotAllowed, UnknownParameter; 404 to whom the programme does not exist.
    """
    about = asked(request, programme)
    account = require(request, Verb.ACCEPT_ITEMS)
    refuse_unknown(request, (*PARAMETERS, *also))
    return Review(about, account, _wish(request))


def _wish(request: HttpRequest) -> Wish:
    view, kind = request.GET.get("xem", ""), request.GET.get("loai", "")
    return Wish(
        view=view if view in {*VIEWS, UNPLACED, FINDINGS} else "",
        kind=kind if kind in KINDS else "",
        part=whole_number(request.GET.get("phan", "")),
        chosen=request.GET.get("muc", "")[:40],
    )


def _values(rows: QuerySet[Heading]) -> list[tuple[int, str, str]]:
    return list(rows.values_list("position", "label", "text"))
