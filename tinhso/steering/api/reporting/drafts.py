"""The draft of a round's consolidated report: its text, its figures by name, what is still missing."""

from collections.abc import Iterable
from datetime import datetime

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from pydantic import Field

from tinhso.kernel.documents.paper.words import Block, Grid, Heading, Words, plain
from tinhso.steering.api.reporting.seen import seen_round
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.issuing.consolidated.report import left_free, report_of
from tinhso.steering.issuing.facts.gathered import facts_of
from tinhso.surfaces.api.examples import shown_as

router = Router()
_PART = {"kind": "paragraph", "label": "", "text": "Kế hoạch có 18 chỉ tiêu.", "rows": []}
_FIGURE = {"name": "indicator/I.1/now", "text": "81,2 %"}


class PartShown(Schema):
    """A block of the document. ``rows`` are those of a table, its head first; a row of one cell lies across it."""

    model_config = shown_as(_PART)

    kind: str = Field(description="heading, paragraph, item, table")
    label: str = Field("", description="Số của đề mục. The number of a head: “I.”")
    text: str = ""
    rows: list[list[str]] = []


class FigureShown(Schema):
    """A number of the document under the name by which its records are found."""

    model_config = shown_as(_FIGURE)

    name: str
    text: str


class AnnexShown(Schema):
    """An annex."""

    model_config = shown_as({"number": "Phụ lục I", "title": "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "parts": [_PART]})

    number: str
    title: str
    parts: list[PartShown]


class DraftReportShown(Schema):
    """The report as it would be now."""

    model_config = shown_as(
        {
            "round": 4,
            "programme": 1,
            "known_at": "2022-09-21T08:00:00+07:00",
            "kind": "BÁO CÁO",
            "subject": "Kết quả thực hiện Kế hoạch số 12/KH-UBND quý III năm 2022",
            "symbol": "BC-STTTT",
            "missing": 3,
            "left_free": ["Số và ngày, tháng, năm: ghi khi ban hành."],
            "figures": [_FIGURE],
            "parts": [_PART],
            "annexes": [],
        }
    )

    round: int
    programme: int
    known_at: datetime = Field(description="Những gì biết lúc ấy. What was known at the moment.")
    kind: str
    subject: str
    symbol: str
    missing: int = Field(description="Số đơn vị chưa gửi hoặc bị trả lại. Units that have not sent, or not again.")
    left_free: list[str] = Field(description="Những gì phải bổ sung. What a person must still add.")
    figures: list[FigureShown]
    parts: list[PartShown]
    annexes: list[AnnexShown]


@router.get(
    "/programmes/{int:programme}/rounds/{int:period}/draft",
    response=DraftReportShown,
    url_name="draft_report",
    summary="Dự thảo báo cáo tổng hợp",
)
def get_draft(request: HttpRequest, programme: int, period: int) -> DraftReportShown:
    """Made anew of what is known now; of a round that asks about several programmes one each."""
    about, round_ = seen_programme(request, programme), seen_round(request, period)
    if about.pk not in {ask.programme_id for ask in round_.asks.all()}:
        raise Http404
    facts = facts_of(round_, about.pk)
    paper = report_of(facts)
    blocks = [*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks)]
    return DraftReportShown(
        round=round_.pk,
        programme=about.pk,
        known_at=facts.known_at,
        kind=paper.kind,
        subject=paper.subject,
        symbol=paper.symbol,
        missing=len(facts.missing),
        left_free=left_free(facts),
        figures=_figures(blocks),
        parts=[_part(block) for block in paper.blocks],
        annexes=[
            AnnexShown(number=annex.number, title=annex.title, parts=[_part(block) for block in annex.blocks])
            for annex in paper.annexes
        ],
    )


def _part(block: Block) -> PartShown:
    kind = type(block).__name__.lower()
    if isinstance(block, Grid):
        heads = [column.head for column in block.columns]
        return PartShown(
            kind="table", label="", rows=[heads, *([plain(cell) for cell in row.cells] for row in block.rows)]
        )
    return PartShown(kind=kind, label=block.label if isinstance(block, Heading) else "", text=plain(block.words))


def _figures(blocks: Iterable[Block]) -> list[FigureShown]:
    """Each name once, in the order of the document."""
    found: dict[str, str] = {}
    for block in blocks:
        for words in _words(block):
            for run in words:
                if run.figure:
                    found.setdefault(run.figure, run.text)
    return [FigureShown(name=name, text=text) for name, text in found.items()]


def _words(block: Block) -> list[Words]:
    return [cell for row in block.rows for cell in row.cells] if isinstance(block, Grid) else [block.words]
