"""The draft as a file: .docx to go on with in Word, .pdf to read and print."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.kernel.documents.paper.docx import docx_of
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of
from tinhso.steering.issuing.consolidated.report import report_of
from tinhso.steering.issuing.facts.gathered import facts_of
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.rounds.desk import desk_of

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def docx(request: HttpRequest, programme: int, round_: int) -> HttpResponse:
    """For Word. Raises LetterNotPrinted."""
    return _file(request, programme, round_, write=docx_of, content_type=_DOCX, form="docx")


@require_safe
def pdf(request: HttpRequest, programme: int, round_: int) -> HttpResponse:
    """To read and print. Raises LetterNotPrinted."""
    return _file(request, programme, round_, write=pdf_of, content_type="application/pdf", form="pdf")


def _file(
    request: HttpRequest,
    programme: int,
    round_: int,
    *,
    write: Callable[[Paper], bytes],
    content_type: str,
    form: str,
) -> HttpResponse:
    desk = desk_of(request, programme, round_)
    refuse_unknown(request, ())
    paper = report_of(facts_of(desk.round, desk.asked.programme.pk))
    answer = HttpResponse(write(paper), content_type=content_type)
    name = f"bao-cao-tong-hop-{desk.round.pk}-{desk.day:%Y%m%d}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
