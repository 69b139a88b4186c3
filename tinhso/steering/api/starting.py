"""Lập chương trình: what a document that was read proposes, and the programme that is made of it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.programmes import ProgrammeRow, row_of
from tinhso.steering.api.seen import unit_of
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.coordinating import bodies_that_coordinate
from tinhso.steering.programmes.models import PlanDocument
from tinhso.steering.programmes.period import Period
from tinhso.steering.programmes.proposals import Proposed, proposed
from tinhso.surfaces.api.etags import show_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_EXAMPLE = {
    "name": "Chuyển đổi số tỉnh Bắc Giang năm 2022",
    "coordinating_unit": "so-tttt",
    "starts_on": "2022-01-01",
    "ends_on": "2022-12-31",
}
_UNIT = "Khóa của cơ quan thường trực. Its unit's key."


class ProposalShown(Schema):
    """The start as the document suggests it."""

    model_config = shown_as(_EXAMPLE)

    name: str
    coordinating_unit: str | None = Field(description=_UNIT)
    starts_on: date
    ends_on: date


class StartSent(Sent):
    """What a person confirms; what is left out, or null, is as the document proposes it."""

    model_config = {**Sent.model_config, **shown_as(_EXAMPLE)}

    name: str | None = Field(None, max_length=500)
    coordinating_unit: str | None = Field(None, max_length=100, description=_UNIT)
    starts_on: date | None = None
    ends_on: date | None = None


@router.get(
    "/{int:document}/proposal", response=ProposalShown, url_name="proposal", summary="Đề xuất để lập chương trình"
)
def get_proposal(request: HttpRequest, document: int) -> ProposalShown:
    """Title, years named, the unit to which the plan's reports go. For whoever may start a programme."""
    _found, offered, _by = _asked(request, document)
    unit, period = offered.coordinating_unit, offered.period
    return ProposalShown(
        name=offered.name,
        coordinating_unit=unit.key if unit else None,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )


@router.post(
    "/{int:document}/programme", response={201: ProgrammeRow}, url_name="start_programme", summary="Lập chương trình"
)
def send_start(request: HttpRequest, document: int, *, response: HttpResponse, sent: StartSent) -> Status[ProgrammeRow]:
    """The programme with every item proposed, to be reviewed; a document becomes one once."""
    found, offered, by = _asked(request, document)
    programme = start(
        found,
        by=by,
        name=offered.name if sent.name is None else sent.name,
        coordinating_unit=_coordinating(sent.coordinating_unit, offered),
        period=Period(sent.starts_on or offered.period.starts_on, sent.ends_on or offered.period.ends_on),
    )
    show_version(response, programme.version)
    return Status(201, row_of(programme))


def _asked(request: HttpRequest, document: int) -> tuple[PlanDocument, Proposed, Account]:
    by = require(request, Verb.START_PROGRAMME)
    found = get_object_or_404(PlanDocument.objects.select_related("reading"), pk=document)
    return found, proposed(found, today=timezone.localdate()), by


def _coordinating(key: str | None, offered: Proposed) -> Unit | None:
    """One of those that the page offers, or the one that the document proposes."""
    if key is None:
        return offered.coordinating_unit
    unit = unit_of(key)
    if str(unit.pk) not in bodies_that_coordinate(offered.period.starts_on):
        raise NoSuchUnit(key=unit.key)
    return unit
