"""Văn bản: the documents received, what was read in one of them, its text before it is a programme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import person, require, standing
from tinhso.steering.intake.reading import Finding, Reading
from tinhso.steering.pages.marks import of_reading
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.plan_text import sheet_of
from tinhso.steering.programmes.archive import revived
from tinhso.steering.programmes.models import PlanDocument, Revision
from tinhso.steering.programmes.proposals import likely_programmes

#: So many of a long list are told on the summary; all stand in the text.
_MOST = 40


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """Every document received, the newest first; ?q= narrows."""
    require(request, Verb.READ_PROGRAMMES)
    refuse_unknown(request, ["q"])
    query = request.GET.get("q", "").strip()
    found = PlanDocument.objects.matching(query).newest_first().select_related("reading", "uploaded_by", "programme")
    return render(request, "pages/documents.html", {"documents": found, "words": query, **_verbs(request)})


@require_safe
def document(request: HttpRequest, document: int) -> HttpResponse:
    """What was read: counts, header, what to settle before signing, what found no place."""
    require(request, Verb.READ_PROGRAMMES)
    found = _fetch(document)
    reading = revived(found.reading)
    used = Revision.objects.filter(document=found).select_related("programme").first()
    context = {
        "document": found,
        "reading": reading,
        "findings": _numbered(reading),
        "unplaced": reading.unplaced[:_MOST],
        "used": used,
        "programmes": [] if used else likely_programmes(found),
        **_verbs(request),
    }
    return render(request, "pages/document.html", context)


@require_safe
def document_text(request: HttpRequest, document: int) -> HttpResponse:
    """The document's text with what the reader proposes, before anybody makes a programme of it."""
    require(request, Verb.READ_PROGRAMMES)
    refuse_unknown(request, ["loai"])
    found, wanted = _fetch(document), request.GET.get("loai", "")
    reading = revived(found.reading)
    sheet = sheet_of(found.reading, of_reading(reading), wanted=wanted)
    context = {"document": found, "sheet": sheet, "wanted": wanted}
    return render(request, "pages/document_text.html", context)


def _fetch(key: int) -> PlanDocument:
    return get_object_or_404(PlanDocument.objects.select_related("reading", "uploaded_by", "supersedes"), pk=key)


def _numbered(reading: Reading) -> list[tuple[Finding, int]]:
    """Findings with the place of their words in the text."""
    return [(finding, finding.span[0]) for finding in reading.findings]


def _verbs(request: HttpRequest) -> dict[str, bool]:
    held = standing(person(request))
    return {
        "may_receive": held.may(Verb.RECEIVE_PLAN),
        "may_start": held.may(Verb.START_PROGRAMME),
        "may_accept": held.may(Verb.ACCEPT_ITEMS),
    }
