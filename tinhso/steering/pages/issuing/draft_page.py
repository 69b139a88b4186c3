"""The draft of a document of a round: read, then downloaded."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from tinhso.kernel.documents.paper import printed
from tinhso.kernel.documents.paper.parts import Annex, Paper
from tinhso.kernel.documents.paper.pdf import unprinted
from tinhso.kernel.documents.paper.refusals import FacesMissing
from tinhso.steering.issuing.drafts import Kind
from tinhso.steering.issuing.facts.gathered import facts_of
from tinhso.steering.pages.asked import address_of
from tinhso.steering.pages.issuing.drawing import Drawing
from tinhso.steering.pages.issuing.links import Links
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.rounds.desk import Desk, desk_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """The document as the page shows it: its lines as they are printed, its blocks drawn."""

    paper: Paper
    body: SafeString
    annexes: list[tuple[Annex, SafeString]]

    @property
    def number(self) -> str:
        """ "Số: …/BC-STTTT"."""
        return printed.number_line(self.paper)

    @property
    def subject(self) -> str:
        """As it is printed; of a letter "V/v …"."""
        return printed.subject_line(self.paper)

    @property
    def place(self) -> str:
        """Where and when."""
        return printed.place_line(self.paper)

    @property
    def addressed(self) -> list[str]:
        """ "Kính gửi: …"."""
        return printed.addressed_lines(self.paper)

    @property
    def recipients(self) -> list[str]:
        """Under "Nơi nhận:"."""
        return printed.recipient_lines(self.paper.recipients)

    @property
    def attached(self) -> str:
        """Under the title of each annex."""
        return printed.attached_line(self.paper)


@require_safe
def draft(request: HttpRequest, programme: int, round_: int, *, kind: Kind) -> HttpResponse:
    """What the document would say now; a constant number of queries. Raises NobodyMissing."""
    desk = desk_of(request, programme, round_)
    refuse_unknown(request, ())
    facts = facts_of(desk.round, desk.asked.programme.pk)
    paper, drawing = kind.make(facts), Drawing(Links.of(facts).to)
    context = {
        "asked": desk.asked,
        "desk": desk,
        "facts": facts,
        "kind": kind,
        "files": [
            (form, address_of(f"issuing:{kind.name}_{form}", desk.asked.programme.pk, desk.round.pk))
            for form in ("docx", "pdf")
        ],
        "sheet": Sheet(
            paper,
            drawing.blocks(paper.blocks),
            [(annex, drawing.blocks(annex.blocks)) for annex in paper.annexes],
        ),
        "missing": len(facts.missing),
        "free": kind.left_free(facts),
        "unprinted": _unprinted(paper),
        "others": _others(desk, kind),
    }
    return render(request, "issuing/draft.html", context)


def _unprinted(paper: Paper) -> list[str]:
    """The letters that the .pdf prints as a square; it is told there, not here, where the faces are missing."""
    try:
        return unprinted(paper)
    except FacesMissing:
        return []


def _others(desk: Desk, kind: Kind) -> list[tuple[str, str]]:
    """Of a round that asks about several programmes the drafts of the others: name and address."""
    asks = (ask for ask in desk.round.asks.all() if ask.programme_id != desk.asked.programme.pk)
    return [(ask.programme.name, address_of(f"issuing:{kind.name}", ask.programme_id, desk.round.pk)) for ask in asks]
