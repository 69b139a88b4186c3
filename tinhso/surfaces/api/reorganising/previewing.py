"""What drafts of one day would move, before they do."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.reorganisations.models import Draft
from tinhso.kernel.reorganisations.preview import Change, Preview, preview
from tinhso.surfaces.api.etags import show_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.reorganising.confirmed import keeper
from tinhso.surfaces.api.reorganising.shapes import DraftRow, Fault, faults_of, row_of

router = Router()
_UNIT = {"name": "Sở Thông tin và Truyền thông", "kind": "department", "parent": "ubnd-tinh"}


class UnitBrief(Schema):
    """A unit as it stands on a day."""

    model_config = shown_as(_UNIT)

    name: str
    kind: str
    parent: str | None


class ChangeShown(Schema):
    """A unit before and after; without the one it is new, without the other it ends."""

    model_config = shown_as({"unit": "so-tttt", "before": _UNIT, "after": None, "heir": "so-khcn-moi"})

    unit: str
    before: UnitBrief | None
    after: UnitBrief | None
    heir: str | None = Field(description="Ai làm tiếp; null: phải giao tiếp. Who goes on; null: a person decides.")


class PostEnded(Schema):
    """A post that ends with its unit, and who holds it."""

    unit: str
    title: str
    holders: list[str]


class RoleEnded(Schema):
    """A role that ends with its unit; sent in `moving` it goes on at the successor."""

    role: int
    account: str
    kind: str
    unit: str | None
    successor: str | None


class PreviewShown(Schema):
    """Everything that putting the drafts into force would do; with faults it would be refused."""

    model_config = shown_as({"effective_on": "2025-03-01", "drafts": [], "changes": [], "faults": []})

    effective_on: date
    drafts: list[DraftRow]
    changes: list[ChangeShown]
    posts: list[PostEnded]
    roles: list[RoleEnded]
    faults: list[Fault]


class PreviewQuery(Schema):
    """Which other drafts of the same day take effect together."""

    others: list[int] = Field([], max_length=50, description="Dự thảo khác cùng ngày. Other drafts of the day.")


@router.get("/drafts/{int:draft}/preview", response=PreviewShown, url_name="preview_draft", summary="Xem trước sắp xếp")
def get_preview(
    request: HttpRequest, draft: int, *, response: HttpResponse, asked: Query[PreviewQuery]
) -> PreviewShown:
    """Nothing is written. The ETag is the draft's: send it with the enforcement."""
    keeper(request)
    drafts = Draft.objects.prefetch_related("lines")
    found = get_object_or_404(drafts, pk=draft)
    day = {"effective_on": found.effective_on, "state": Draft.State.DRAFT}
    others = drafts.filter(pk__in=asked.others, **day).exclude(pk=draft).order_by("pk")
    show_version(response, found.version)
    return _shown(preview([found, *others]))


def _shown(found: Preview) -> PreviewShown:
    held = {
        post.pk: [holding.person for holding in found.holdings if holding.post_id == post.pk] for post in found.posts
    }
    return PreviewShown(
        effective_on=found.day,
        drafts=[row_of(draft) for draft in found.drafts],
        changes=[_change(change) for change in found.changes],
        posts=[PostEnded(unit=post.unit.key, title=post.title, holders=held[post.pk]) for post in found.posts],
        roles=[
            RoleEnded(
                role=each.role.pk,
                account=each.role.account.username,
                kind=each.role.role,
                unit=each.role.unit.key if each.role.unit else None,
                successor=each.successor or None,
            )
            for each, _version in found.roles
        ],
        faults=faults_of(found.faults),
    )


def _change(change: Change) -> ChangeShown:
    heir = change.heir.unit.key if change.heir else None
    return ChangeShown(unit=change.key, before=_brief(change.before), after=_brief(change.after), heir=heir)


def _brief(version: UnitVersion | None) -> UnitBrief | None:
    if version is None:
        return None
    return UnitBrief(name=version.name, kind=version.kind, parent=version.parent.key if version.parent else None)
