"""Tiếp nhận: a plan's file or text comes in and is read in the background; how far that is, and cancelling it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import File, Query, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.programmes.actions.cancel import cancel
from tinhso.steering.programmes.actions.receive import PASTED, receive
from tinhso.steering.programmes.actions.revive import revive
from tinhso.steering.programmes.models import PlanDocument, ReadingJob
from tinhso.steering.programmes.refusals import BeingRead
from tinhso.surfaces.api.description import Described
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.shapes import Sent

router = Router()
_REFUSING: Described = {"responses": {413: {}, 415: {}}}
_EXAMPLE = {
    "id": 5,
    "name": "kh-bcdcds-bacgiang-2022.docx",
    "state": "reading",
    "step": "finding",
    "share": 40,
    "document": None,
    "supersedes": None,
    "refusal": None,
    "asked_by": "dieu-phoi",
    "asked_at": "2022-02-25T08:00:00+07:00",
    "finished_at": None,
    "page": "/tiep-nhan/5",
}


class RefusalShown(Schema):
    """Why a file became no document, as a problem would say it."""

    model_config = shown_as({"code": "damaged_file", "detail": "Tệp “kh.docx” bị hỏng, không mở được."})

    code: str
    detail: str


class JobShown(Schema):
    """A file on its way to a document."""

    model_config = shown_as(_EXAMPLE)

    id: int
    name: str
    state: str = Field(description="queued, reading, done, refused, failed, cancelled")
    step: str = Field(description="waiting, opening, finding, storing, finished")
    share: int = Field(description="Phần trăm đã làm. Percent done.")
    document: int | None = Field(description="Khi đã đọc xong. Once it is read.")
    supersedes: int | None
    refusal: RefusalShown | None
    asked_by: str | None
    asked_at: datetime
    finished_at: datetime | None
    page: str = Field(description="Trang trong trình duyệt. Its page.")


class CorrectedQuery(Schema):
    """Which document this one corrects."""

    supersedes: int | None = Field(None, ge=1, le=2**63 - 1, description="Thay cho văn bản. The document corrected.")


class TextSent(Sent):
    """A plan as text."""

    model_config = {**Sent.model_config, **shown_as({"text": "KẾ HOẠCH\nChuyển đổi số năm 2022\n1. Xây dựng Quy chế."})}

    text: str = Field(min_length=1)
    supersedes: int | None = Field(None, ge=1, le=2**63 - 1, description="Thay cho văn bản. The document corrected.")


@router.get("", response=Page[JobShown], url_name="reading_jobs", summary="Các lượt đọc")
def list_jobs(request: HttpRequest, paging: Query[PageQuery]) -> dict[str, object]:
    """Every file that came in, the newest first."""
    require(request, Verb.RECEIVE_PLAN)
    rows = ReadingJob.objects.select_related("asked_by")
    return page(rows, ("-id",), query=paging, request=request, show=_shown)


@router.post(
    "", response={202: JobShown}, url_name="receive", summary="Tiếp nhận tệp kế hoạch", openapi_extra=_REFUSING
)
def send_plan(
    request: HttpRequest, file: File[UploadedFile], *, response: HttpResponse, asked: Query[CorrectedQuery]
) -> Status[JobShown]:
    """The file is read in the background; bytes that are being read already lead to the job that reads them."""
    by = require(request, Verb.RECEIVE_PLAN)
    return _accepted(response, file.read(), file.name or "", by=by, supersedes=asked.supersedes)


@router.post(
    "/texts", response={202: JobShown}, url_name="receive_text", summary="Tiếp nhận lời văn", openapi_extra=_REFUSING
)
def send_text(request: HttpRequest, *, response: HttpResponse, sent: TextSent) -> Status[JobShown]:
    """The same for a text without a file."""
    by = require(request, Verb.RECEIVE_PLAN)
    return _accepted(response, sent.text.encode(), PASTED, by=by, supersedes=sent.supersedes)


@router.get("/{int:job}", response=JobShown, url_name="reading_job", summary="Một lượt đọc")
def get_job(request: HttpRequest, job: int) -> JobShown:
    """How far it is: ask again until `document` or `refusal` is told."""
    found, _by = _asked(request, job)
    if found.is_live:
        revive()
    return _shown(found)


@router.post("/{int:job}/cancellation", response=JobShown, url_name="cancel_job", summary="Hủy lượt đọc")
def send_cancellation(request: HttpRequest, job: int) -> JobShown:
    """Stops a reading that still waits or runs; one that has ended stays as it is."""
    found, by = _asked(request, job)
    cancel(found, by=by)
    found.refresh_from_db()
    return _shown(found)


def _accepted(
    response: HttpResponse, content: bytes, name: str, *, by: Account, supersedes: int | None
) -> Status[JobShown]:
    corrected = get_object_or_404(PlanDocument, pk=supersedes) if supersedes else None
    try:
        job = receive(content, name, by=by, supersedes=corrected)
    except BeingRead as already:
        job = ReadingJob.objects.get(pk=str(already.facts["job"]))
    response["Location"] = reverse("api:reading_job", args=(job.pk,))
    return Status(202, _shown(job))


def _asked(request: HttpRequest, job: int) -> tuple[ReadingJob, Account]:
    by = require(request, Verb.RECEIVE_PLAN)
    return get_object_or_404(ReadingJob.objects.select_related("asked_by"), pk=job), by


def _shown(job: ReadingJob) -> JobShown:
    return JobShown(
        id=job.pk,
        name=job.name,
        state=job.state,
        step=job.step,
        share=job.share,
        document=job.document_id,
        supersedes=job.supersedes_id,
        refusal=RefusalShown(code=job.code, detail=job.sentence) if job.code else None,
        asked_by=job.asked_by.username if job.asked_by else None,
        asked_at=job.asked_at,
        finished_at=job.finished_at,
        page=reverse("pages:job", args=(job.pk,)),
    )
