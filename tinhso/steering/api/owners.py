"""Who watches, leads or helps, as a caller sends it; and whom an unsure name means."""

from collections.abc import Mapping, Sequence
from typing import Literal, Self

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router
from pydantic import Field, model_validator

from tinhso.kernel.organisations.models.posts import title_at
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import nfc
from tinhso.steering.api.bodies import BodyWhole, whole_body
from tinhso.steering.api.parts import refuse_foreign
from tinhso.steering.api.seen import row_for_accepting, unit_of
from tinhso.steering.programmes.actions.accept import choose
from tinhso.steering.programmes.editing.refusals import NoSuchBody
from tinhso.steering.programmes.editing.wanted import WantedOwner
from tinhso.steering.programmes.models import Assignment, Candidate, EditableItem
from tinhso.steering.programmes.owners import Columns, naming_day_of
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_MEANT = frozenset({"unit", "post", "group"})


class NamedSent(Sent):
    """Whom a row names. One that stands means whom it meant unless unit, post or group is sent; null: nobody."""

    id: int | None = Field(None, description="Dòng đang có; bỏ trống là dòng mới. A row that stands, or a new one.")
    wording: str = Field(
        "", max_length=5_000, description="Bỏ trống: như đang có, hoặc tên đơn vị. As it is, or the name."
    )
    unit: str | None = Field(None, max_length=100, description="Khóa của đơn vị. The unit's key.")
    post: str | None = Field(None, max_length=500, description="Chức danh đứng đầu `unit`. A head post of the unit.")
    group: str | None = Field(None, max_length=100, description="Khóa của nhóm đơn vị. The group's key.")

    @model_validator(mode="after")
    def one_body(self) -> Self:
        """A post is of a unit; a group stands alone; a new row names somebody."""
        if (self.post and not self.unit) or (self.group and self.unit):
            raise ValueError("Hãy ghi unit, hoặc unit và post, hoặc group.")
        if not (self.id or self.wording or self.unit or self.group):
            raise ValueError("Dòng mới phải có wording, unit hoặc group.")
        return self


class OwnerSent(NamedSent):
    """A name in its role at a task or an indicator."""

    role: Literal["watcher", "lead", "cooperator"]


class ReporterSent(NamedSent):
    """A name in its role at a duty to report."""

    role: Literal["sender", "receiver"]


class ChoiceSent(Sent):
    """Which of the choices of an unsure name."""

    model_config = {**Sent.model_config, **shown_as({"place": 0})}

    place: int = Field(ge=0, le=1_000)


@router.post(
    "/{int:programme}/owners/{int:assignment}/choice",
    response=BodyWhole,
    url_name="choose_owner",
    summary="Chọn đơn vị cho tên chưa rõ",
    openapi_extra=IF_MATCH,
)
def choose_owner(
    request: HttpRequest, programme: int, assignment: int, *, response: HttpResponse, sent: ChoiceSent
) -> BodyWhole:
    """Say whom an unsure name means; `version` of the name makes the If-Match, `"1"`."""
    named, by = row_for_accepting(request, programme, Assignment.objects.current(), key=assignment)
    candidate = get_object_or_404(Candidate.objects.filter(assignment=named), place=sent.place)
    choose(named, candidate, by=by, version=wanted_version(request))
    show_version(response, named.version)
    return whole_body(named)


def wanted_owners(sent: Sequence[OwnerSent | ReporterSent], item: EditableItem) -> list[WantedOwner]:
    """As the action takes them; who is named must be there on the plan's day. Raises NoSuchBody."""
    rows = Assignment.objects.current().filter(**{str(item._meta.model_name): item})
    known = {row.pk: row for row in rows}
    refuse_foreign([each.id for each in sent], known)
    roster = Roster.on(naming_day_of(item.programme))
    return [_wanted(each, known, roster) for each in sent]


def _wanted(sent: OwnerSent | ReporterSent, known: Mapping[int, Assignment], roster: Roster) -> WantedOwner:
    row = known.get(sent.id or 0)
    if row and not sent.model_fields_set & _MEANT:
        kept = {"unit_id": row.unit_id, "post_id": row.post_id, "group_id": row.group_id}
        body, name = {column: key for column, key in kept.items() if key}, row.wording
    else:
        body, name = _named(sent, roster)
    wording = nfc(sent.wording).strip() or (row.wording if row else name)
    return WantedOwner(key=sent.id, role=sent.role, wording=wording, body=body)


def _named(sent: NamedSent, roster: Roster) -> tuple[Columns, str]:
    """The body that is meant, and how it is called on the day; nobody, where none is named."""
    if sent.group:
        found = [group for group in roster.groups.values() if group.key == sent.group]
        return ({"group_id": found[0].pk}, found[0].name) if found else _refuse(sent.group, roster)
    if not sent.unit:
        return {}, ""
    version = roster.units.get(unit_of(sent.unit).pk)
    if version is None:
        return _refuse(sent.unit, roster)
    if not sent.post:
        return {"unit_id": version.unit_id}, body_name(version)
    posts = [post for post in roster.posts.get(version.unit_id, ()) if post.title == sent.post]
    return ({"post_id": posts[0].pk}, title_at(sent.post, version.name)) if posts else _refuse(sent.post, roster)


def _refuse(name: str, roster: Roster) -> tuple[Columns, str]:
    raise NoSuchBody(name=name, day=f"{roster.day:%d/%m/%Y}")
