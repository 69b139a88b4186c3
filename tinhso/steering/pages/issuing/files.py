"""The draft as a file: .docx to go on with in Word, .pdf to read and print."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.steering.issuing.drafts import Kind
from tinhso.steering.issuing.facts.gathered import facts_of
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.rounds.desk import Desk, desk_of

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def docx(request: HttpRequest, programme: int, round_: int, *, kind: Kind) -> HttpResponse:
    """For Word. Raises NobodyMissing, LetterNotPrinted."""
    file = _named(desk_of(request, programme, round_), kind, "docx")
    return _written(request, file, docx_of, content_type=_DOCX)


@require_safe
def pdf(request: HttpRequest, programme: int, round_: int, *, kind: Kind) -> HttpResponse:
    """To read and print. Raises NobodyMissing, LetterNotPrinted."""
    file = _named(desk_of(request, programme, round_), kind, "pdf")
    return _written(request, file, pdf_of, content_type="application/pdf")


def _named(desk: Desk, kind: Kind, form: str) -> tuple[Paper, str]:
    paper = kind.make(facts_of(desk.round, desk.asked.programme.pk))
    return paper, f"{kind.file}-{desk.round.pk}-{desk.day:%Y%m%d}.{form}"


def _written(
    request: HttpRequest, file: tuple[Paper, str], write: Callable[[Paper], bytes], *, content_type: str
) -> HttpResponse:
    refuse_unknown(request, ())
    paper, name = file
    answer = HttpResponse(write(paper), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
