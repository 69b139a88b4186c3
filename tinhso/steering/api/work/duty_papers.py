"""A duty due once: how every unit stands to it; what a unit has issued, recorded and returned."""

from datetime import date

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema, Status
from pydantic import Field

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.api.seen import seen_programme, seen_programmes, unit_of
from tinhso.steering.api.work.personal_work import ReasonSent
from tinhso.steering.api.work.seen import hand
from tinhso.steering.following.actions.record_duty import Issued, ask_again, exempt, record_duty, return_duty
from tinhso.steering.following.duty_days import standings
from tinhso.steering.following.models import DutyExemption, DutyPaper
from tinhso.steering.programmes.models import Duty
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_DUTY = "/programmes/{int:programme}/duties/{int:order}"
_PAPER = {"id": 5, "unit": "so-tttt", "number": "15/KH-STTTT", "issued_on": "2022-05-09", "sent_on": "2022-05-09"}


class PaperShown(Schema):
    """What a unit has issued."""

    model_config = shown_as({**_PAPER, "corrects": None, "returned": False, "return_reason": ""})

    id: int
    unit: str
    number: str
    issued_on: date
    sent_on: date
    corrects: int | None
    returned: bool
    return_reason: str


class StandingShown(Schema):
    """How one unit stands."""

    model_config = shown_as({"unit": "so-tttt", "standing": "in_time", "paper": None, "exemption": None, "reason": ""})

    unit: str
    standing: str = Field(description="in_time, late, missing, waiting, returned, exempt")
    paper: PaperShown | None
    exemption: int | None
    reason: str = Field(description="Vì sao không áp dụng. Why it is not asked of the unit.")


class PaperSent(Sent):
    """The document as it was issued; its file was sent to /files before."""

    unit: str = Field(max_length=100, description="Khóa đơn vị. The unit's key.")
    number: str = Field(min_length=1, max_length=80, description="15/KH-UBND")
    issued_on: date
    sent_on: date | None = None
    kind: DocumentKind = DocumentKind.PLAN
    subject: str = Field("", max_length=500)
    signer: str = Field("", max_length=120)
    file: int | None = Field(None, description="Tệp đã gửi lên ở /files. A file sent to /files before.")
    corrects: int | None = Field(None, description="Bản ghi được thay. The paper that it takes the place of.")


class ExemptionSent(ReasonSent):
    """Of which unit it is not asked, and why."""

    unit: str = Field(max_length=100, description="Khóa đơn vị. The unit's key.")


@router.get(f"{_DUTY}/papers", response=list[StandingShown], url_name="duty_papers", summary="Đơn vị nào đã ban hành")
def list_standings(request: HttpRequest, programme: int, order: int) -> list[StandingShown]:
    """Every unit that had to, as it stands today (in a demonstration on its day)."""
    found = _duty(request, programme, order)
    day = found.programme.demonstration_on or hand(request).today
    return [
        StandingShown(
            unit=each.version.unit.key,
            standing=each.standing,
            paper=_shown(each.paper) if each.paper else None,
            exemption=each.exemption.pk if each.exemption else None,
            reason=each.exemption.reason if each.exemption else "",
        )
        for each in standings(found, day)
    ]


@router.post(f"{_DUTY}/papers", response={201: PaperShown}, url_name="record_paper", summary="Ghi văn bản đã ban hành")
def send_paper(request: HttpRequest, programme: int, order: int, *, sent: PaperSent) -> Status[PaperShown]:
    """By whoever reports for the unit."""
    found, unit, by = _duty(request, programme, order), unit_of(sent.unit), person(request)
    file = get_object_or_404(StoredFile, pk=sent.file, kept_by=by) if sent.file is not None else None
    issued = Issued(file=file, **sent.dict(exclude={"unit", "file", "corrects"}))
    before = DutyPaper.objects.filter(duty=found, unit=unit, pk=sent.corrects or 0).first()
    return Status(201, _shown(record_duty(found, unit, issued, hand=hand(request), corrects=before)))


@router.post("/duty-papers/{int:paper}/return", response=PaperShown, url_name="return_paper", summary="Trả lại văn bản")
def send_back(request: HttpRequest, paper: int, sent: ReasonSent) -> PaperShown:
    """By the department in charge; it counts no more."""
    rows = DutyPaper.objects.filter(duty__programme__in=seen_programmes(request))
    found = get_object_or_404(rows.select_related("duty__programme", "document", "unit"), pk=paper)
    return _shown(return_duty(found, sent.reason, hand(request)))


@router.post(
    f"{_DUTY}/exemptions", response={201: StandingShown}, url_name="exempt_unit", summary="Ghi không phải ban hành"
)
def send_exemption(request: HttpRequest, programme: int, order: int, *, sent: ExemptionSent) -> Status[StandingShown]:
    """By the department in charge: it is not asked of this unit."""
    made = exempt(_duty(request, programme, order), unit_of(sent.unit), sent.reason, hand=hand(request))
    told = StandingShown(unit=sent.unit, standing="exempt", paper=None, exemption=made.pk, reason=made.reason)
    return Status(201, told)


@router.post(
    "/duty-exemptions/{int:exemption}/end",
    response={204: None},
    url_name="end_exemption",
    summary="Bỏ ghi không phải ban hành",
)
def end_exemption(request: HttpRequest, exemption: int) -> Status[None]:
    """By the department in charge: it is asked of the unit after all."""
    rows = DutyExemption.objects.filter(duty__programme__in=seen_programmes(request)).select_related("duty")
    ask_again(get_object_or_404(rows, pk=exemption), hand(request))
    return Status(204, None)


def _duty(request: HttpRequest, programme: int, key: int) -> Duty:
    rows = Duty.objects.current().filter(programme=seen_programme(request, programme))
    found = rows.select_related("programme").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _shown(paper: DutyPaper) -> PaperShown:
    return PaperShown(
        id=paper.pk,
        unit=paper.unit.key,
        number=paper.document.written_number,
        issued_on=paper.document.issued_on,
        sent_on=paper.sent_on,
        corrects=paper.corrects_id,
        returned=paper.returned_at is not None,
        return_reason=paper.return_reason,
    )
