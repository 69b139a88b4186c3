"""Ghi báo cáo: a task's line, a figure's line, the fixed parts; each with the version that was seen."""

from datetime import date
from decimal import Decimal
from typing import Self

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router
from pydantic import Field, model_validator

from tinhso.steering.api.reporting.report_shapes import (
    DraftShown,
    FigureLineShown,
    TaskLineShown,
    draft_shown,
    figure_line_shown,
    task_line_shown,
)
from tinhso.steering.api.reporting.seen import hand, own_file, part_of, seen_report
from tinhso.steering.api.seen import seen_programmes, unit_of
from tinhso.steering.figures.giving import Given
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Task
from tinhso.steering.reporting.actions.write_report import (
    NOT_KNOWN,
    FigureWords,
    TaskWords,
    save_figure,
    save_task,
    save_texts,
)
from tinhso.steering.reporting.drafting import draft_of
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_GIVEN = ("numerator", "denominator", "number", "day", "answer", "not_applicable")


class TaskLineSent(Sent):
    """What the unit says of a task."""

    model_config = {**Sent.model_config, **shown_as({"said": "doing", "note": "Đã trình dự thảo", "share": 60})}

    said: ProgressEntry.Said = Field(description="doing, unchanged, stuck, not_begun, ready")
    note: str = Field("", max_length=20_000)
    share: int | None = Field(None, ge=0, le=100, description="Mức hoàn thành, %. Done so far.")
    file: int | None = Field(None, description="Tệp đã gửi lên ở /files. A file sent to /files before.")


class FigureLineSent(Sent):
    """A figure as the indicator's measure asks for it, or that it has not changed."""

    model_config = {**Sent.model_config, **shown_as({"numerator": "812", "denominator": "1000"})}

    unit: str = Field("", max_length=100, description="Khóa đơn vị; mặc định đơn vị báo cáo. The reporting unit.")
    unchanged: bool = Field(default=False, description="Không thay đổi so với kỳ trước. As the figure before.")
    numerator: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    denominator: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    number: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    day: date | None = None
    answer: str = Field("", max_length=2_000)
    not_applicable: bool = False
    not_known: bool = Field(default=False, description="Chưa có số liệu; lý do ở note. Not known yet; note says why.")
    note: str = Field("", max_length=2_000, description="Ghi chú; lý do khi thay số đã có. Or the reason.")
    file: int | None = Field(None, description="Tệp đã gửi lên ở /files. A file sent to /files before.")

    @model_validator(mode="after")
    def say_one_thing(self) -> Self:
        """Unchanged, a figure, or that there is none yet."""
        if self.given != NOT_KNOWN and (self.unchanged or self.not_known):
            raise ValueError("Đã ghi “unchanged” hoặc “not_known” thì không ghi số.")
        if self.given == NOT_KNOWN and self.unchanged == self.not_known:
            raise ValueError("Ghi số, “unchanged”, hoặc “not_known” kèm lý do ở “note”.")
        return self

    @property
    def given(self) -> Given:
        """The figure as it is said."""
        return Given(**{name: getattr(self, name) for name in _GIVEN})


class TextsSent(Sent):
    """The fixed parts; what is left out stays as it is."""

    model_config = {**Sent.model_config, **shown_as({"results": "Đã hoàn thành 12 nhiệm vụ."})}

    results: str | None = Field(None, max_length=200_000)
    difficulties: str | None = Field(None, max_length=200_000)
    proposals: str | None = Field(None, max_length=200_000)
    directions: str | None = Field(None, max_length=200_000)


@router.put(
    "/reports/{int:report}/tasks/{int:task}",
    response=TaskLineShown,
    url_name="save_task_line",
    summary="Ghi dòng nhiệm vụ",
    openapi_extra=IF_MATCH,
)
def put_task(
    request: HttpRequest, report: int, *, task: int, response: HttpResponse, sent: TaskLineSent
) -> TaskLineShown:
    """A draft. If-Match is the line's version, `"0"` where none was saved."""
    found = seen_report(request, report)
    about = get_object_or_404(Task.objects.current().filter(programme__in=seen_programmes(request)), pk=task)
    facts = sent.dict(exclude={"file"})
    words = TaskWords(**facts, file=own_file(request, sent.file), seen=wanted_version(request))
    line = save_task(found, about, words, hand=hand(request))
    show_version(response, line.version)
    draft = draft_of(seen_report(request, report)).task(task)
    if draft is None:
        raise Http404
    return task_line_shown(draft)


@router.put(
    "/reports/{int:report}/figures/{int:indicator}",
    response=FigureLineShown,
    url_name="save_figure_line",
    summary="Ghi dòng số liệu",
    openapi_extra=IF_MATCH,
)
def put_figure(
    request: HttpRequest, report: int, *, indicator: int, response: HttpResponse, sent: FigureLineSent
) -> FigureLineShown:
    """A draft: it counts for nothing before the report is sent. If-Match is the line's version."""
    found = seen_report(request, report)
    unit = unit_of(sent.unit) if sent.unit else found.unit
    words = FigureWords(
        given=None if sent.unchanged else sent.given,
        note=sent.note,
        file=own_file(request, sent.file),
        seen=wanted_version(request),
    )
    line = save_figure(found, (indicator, unit.pk), words, hand=hand(request))
    show_version(response, line.version)
    draft = draft_of(seen_report(request, report)).figure((indicator, unit.pk))
    if draft is None:
        raise Http404
    return figure_line_shown(draft, unit.key)


@router.put(
    "/reports/{int:report}/texts",
    response=DraftShown,
    url_name="save_texts",
    summary="Ghi phần lời của báo cáo",
    openapi_extra=IF_MATCH,
)
def put_texts(request: HttpRequest, report: int, *, response: HttpResponse, sent: TextsSent) -> DraftShown:
    """If-Match is the report's version."""
    said = {name: words for name, words in sent.dict().items() if words is not None}
    save_texts(seen_report(request, report), said, hand(request), seen=wanted_version(request))
    found = seen_report(request, report)
    show_version(response, found.version)
    return draft_shown(found, open_to_caller=part_of(request, found).sees_draft)
