"""Putting drafts into force, and taking the decisions of a day back."""

from datetime import date

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from pydantic import Field

from tinhso.kernel.reorganisations.actions.enforce import enforce
from tinhso.kernel.reorganisations.actions.take_back import take_back
from tinhso.kernel.reorganisations.errors import NothingToTakeBack
from tinhso.kernel.reorganisations.models import Draft
from tinhso.kernel.reorganisations.taking_back import Undoing, undoing
from tinhso.lib.dates import parse_date
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.reorganising.confirmed import confirmed_keeper, keeper
from tinhso.surfaces.api.reorganising.shapes import DraftRow, Fault, faults_of, row_of
from tinhso.surfaces.api.shapes import Sent

router = Router()


class SeenDraft(Sent):
    """Another draft of the same day at the version that was previewed."""

    draft: int = Field(ge=1, le=2**63 - 1)
    version: int = Field(ge=1, le=2**31 - 1)


class EnforcementSent(Sent):
    """What takes effect together, and which roles go on at the successor; the others end with their unit."""

    model_config = {**Sent.model_config, **shown_as({"others": [], "moving": [51, 52]})}

    others: list[SeenDraft] = Field([], max_length=50)
    moving: list[int] = Field([], max_length=5_000, description="Các `role` của xem trước. Roles of the preview.")


class WithdrawalSent(Sent):
    """Why."""

    model_config = {**Sent.model_config, **shown_as({"reason": "Nghị quyết bị hoãn"})}

    reason: str = Field(min_length=1, max_length=500)


class DecisionsOfDay(Schema):
    """The decisions of a day, and for what taking them back would be refused."""

    model_config = shown_as({"effective_on": "2025-03-01", "decisions": ["12-nq-hdnd"], "roles": 12, "faults": []})

    effective_on: date
    decisions: list[str]
    roles: int = Field(description="Số vai trò đã chuyển sang đơn vị kế tiếp. Roles that moved to successors.")
    faults: list[Fault]


class Drafts(Schema):
    """The drafts as they stand now."""

    model_config = shown_as({"drafts": []})

    drafts: list[DraftRow]


@router.post(
    "/drafts/{int:draft}/enforcement",
    response=Drafts,
    url_name="enforce_draft",
    summary="Đưa sắp xếp vào hiệu lực",
    openapi_extra=IF_MATCH,
)
def send_enforcement(request: HttpRequest, draft: int, sent: EnforcementSent) -> Drafts:
    """Whole, with the posts and roles that end or move, or not at all: the first fault of the preview is the answer."""
    by, found = confirmed_keeper(request), get_object_or_404(Draft, pk=draft)
    seen = {each.draft: each.version for each in sent.others} | {found.pk: wanted_version(request)}
    return _now(enforce(seen, moving=sent.moving, by=by))


@router.get("/days/{slug:day}", response=DecisionsOfDay, url_name="reorganised_day", summary="Quyết định của một ngày")
def get_day(request: HttpRequest, day: str) -> DecisionsOfDay:
    """What taking back would undo."""
    keeper(request)
    found = _found(day)
    return DecisionsOfDay(
        effective_on=found.day,
        decisions=[each.key for each in found.decisions],
        roles=len(found.moved_roles),
        faults=faults_of(found.faults),
    )


@router.post("/days/{slug:day}/withdrawal", response=Drafts, url_name="take_back_day", summary="Rút lại sắp xếp")
def send_withdrawal(request: HttpRequest, day: str, sent: WithdrawalSent) -> Drafts:
    """Every decision of the day is a draft again, while nothing new stands on it."""
    by = confirmed_keeper(request)
    return _now(take_back(_found(day).day, reason=sent.reason, by=by))


def _found(words: str) -> Undoing:
    found = undoing(parse_date(words) or date.min)
    if not found.decisions:
        raise NothingToTakeBack(day=words[:20])
    return found


def _now(drafts: list[Draft]) -> Drafts:
    rows = Draft.objects.filter(pk__in=[draft.pk for draft in drafts]).order_by("pk")
    return Drafts(drafts=[row_of(draft) for draft in rows])
