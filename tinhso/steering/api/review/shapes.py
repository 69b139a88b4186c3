"""Items of the review as JSON: all kinds in one form."""

from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from ninja import Schema
from pydantic import Field

from tinhso.steering.api.quotes import Quote, quotes
from tinhso.steering.programmes.editing.words import words_of
from tinhso.steering.programmes.models import Edit, EditableItem, Item, SourceSpan
from tinhso.steering.programmes.naming import kind_of, name_of
from tinhso.surfaces.api.etags import show_version
from tinhso.surfaces.api.examples import shown_as

_EXAMPLE = {
    "item": "task-41",
    "kind": "task",
    "id": 41,
    "code": "II.1.a",
    "text": "Xây dựng Quy chế quản lý, vận hành Trung tâm điều hành thông minh",
    "acceptance": "proposed",
    "dropped": False,
    "dropped_why": "",
    "split_from": None,
    "merged_into": None,
    "version": 3,
    "page": "/chuong-trinh/1/duyet?muc=task-41",
}
_EDIT = {
    "deed": "split",
    "at": "2022-03-01T09:30:00+07:00",
    "account": "dieu-phoi",
    "reason": "",
    "differences": [{"label": "Nội dung", "before": "Xây dựng và vận hành …", "after": "Xây dựng …"}],
}


class ItemRow(Schema):
    """An item of a list; its `version` makes the If-Match of a deed on it, `"3"`."""

    model_config = shown_as(_EXAMPLE)

    item: str = Field(description="Tên gọi trong phần duyệt. How the review names it.")
    kind: str = Field(description="indicator, task, duty, objective, owner_sentence")
    id: int
    code: str
    text: str
    acceptance: str = Field(description="proposed, accepted, corrected")
    dropped: bool
    dropped_why: str
    split_from: str | None = Field(description="Tách từ mục nào. The item whose words it had.")
    merged_into: str | None = Field(description="Gộp vào mục nào. The item that took its words.")
    version: int
    page: str


class EditShown(Schema):
    """What a person did to it."""

    model_config = shown_as(_EDIT)

    deed: str = Field(description="corrected, split, merged, added, dropped, restored")
    at: datetime
    account: str = Field(description="Tên đăng nhập của người làm. Who did it.")
    reason: str
    differences: list[dict[str, str]]


class ItemWhole(ItemRow):
    """An item with its words in the document and its history, the newest first."""

    model_config = shown_as({**_EXAMPLE, "quotes": [], "edits": [_EDIT]})

    quotes: list[Quote]
    edits: list[EditShown]


class Halves(Schema):
    """The two items that one became."""

    model_config = shown_as({"first": {**_EXAMPLE, "quotes": [], "edits": []}, "second": {"item": "task-97"}})

    first: ItemWhole
    second: ItemWhole


def row_of(item: Item) -> ItemRow:
    """As a list shows it."""
    edited = item if isinstance(item, EditableItem) else None
    name, screen = name_of(item), reverse("review:screen", args=(item.programme_id,))
    return ItemRow(
        item=name,
        kind=kind_of(item),
        id=item.pk,
        code=getattr(item, "code", ""),
        text=words_of(edited) if edited else str(item),
        acceptance=item.acceptance,
        dropped=edited.is_dropped if edited else False,
        dropped_why=edited.withdrawn_why if edited else "",
        split_from=_other(item, "split_from"),
        merged_into=_other(item, "merged_into"),
        version=item.version,
        page=f"{screen}?muc={name}",
    )


def whole_of(item: Item) -> ItemWhole:
    """With its places and its history; two queries."""
    kind = kind_of(item)
    spans = SourceSpan.objects.filter(**{kind: item}).order_by("document", "start")
    edits = Edit.objects.filter(**{kind: item}).select_related("by").newest_first() if _is_edited(item) else ()
    return ItemWhole(**row_of(item).dict(), quotes=quotes(spans), edits=[_edit(edit) for edit in edits])


def shown(response: HttpResponse, item: Item) -> ItemWhole:
    """The item as it stands, with its version in the answer's ETag."""
    item.refresh_from_db()
    show_version(response, item.version)
    return whole_of(item)


def _is_edited(item: Item) -> bool:
    return isinstance(item, EditableItem)


def _other(item: Item, column: str) -> str | None:
    key = getattr(item, f"{column}_id", None)
    return f"{kind_of(item)}-{key}" if key is not None else None


def _edit(edit: Edit) -> EditShown:
    return EditShown(
        deed=edit.deed, at=edit.at, account=edit.by.username, reason=edit.reason, differences=edit.differences
    )
