"""Deeds and their evidence as JSON."""

from datetime import date, datetime

from django.db.models import QuerySet
from ninja import Schema
from pydantic import Field

from tinhso.steering.following.models import Deed, Evidence
from tinhso.surfaces.api.examples import shown_as

_EXAMPLE = {
    "id": 77,
    "task": 41,
    "kind": "progress",
    "day": "2022-06-15",
    "recorded_at": "2022-06-15T09:30:00+07:00",
    "account": "can-bo",
    "in_name_of": None,
    "unit": "so-tttt",
    "note": "Đã trình dự thảo Quy chế",
    "about": None,
    "evidence": [],
}


class EvidenceShown(Schema):
    """Exactly one of a file, an issued document, a link."""

    id: int
    file: int | None
    file_name: str | None
    document: int | None
    link: str


class DeedShown(Schema):
    """Something done about a task; nothing here is changed or deleted, a later deed is `about` it."""

    model_config = shown_as(_EXAMPLE)

    id: int
    task: int
    kind: str
    day: date
    recorded_at: datetime
    account: str = Field(description="Tên đăng nhập của người làm. Who did it.")
    in_name_of: str | None = Field(description="Thay mặt ai, khi chỉ làm được nhờ ủy quyền. Who delegated the right.")
    unit: str | None = Field(description="Thay mặt đơn vị nào. For which unit.")
    note: str
    about: int | None
    evidence: list[EvidenceShown]


class DeedStanding(DeedShown):
    """A deed that waits for another: how it stands now."""

    model_config = shown_as({**_EXAMPLE, "kind": "extension_asked", "state": "waiting"})

    state: str


def with_evidence(rows: "QuerySet[Deed]") -> "QuerySet[Deed]":
    """Rows as ``shown`` needs them: two queries."""
    return rows.select_related("account", "in_name_of", "unit").prefetch_related("evidence__file")


def shown(deed: Deed) -> DeedShown:
    """A deed fetched with its evidence."""
    return DeedShown(
        id=deed.pk,
        task=deed.task_id,
        kind=deed.kind,
        day=deed.day,
        recorded_at=deed.recorded_at,
        account=deed.account.username,
        in_name_of=deed.in_name_of.username if deed.in_name_of else None,
        unit=deed.unit.key if deed.unit else None,
        note=deed.note,
        about=deed.about_id,
        evidence=[_evidence(each) for each in deed.evidence.all()],
    )


def standing(deed: Deed, state: str) -> DeedStanding:
    """A deed with how it stands."""
    return DeedStanding(**shown(deed).dict(), state=state)


def _evidence(each: Evidence) -> EvidenceShown:
    return EvidenceShown(
        id=each.pk,
        file=each.file_id,
        file_name=each.file.name if each.file else None,
        document=each.document_id,
        link=each.link,
    )
