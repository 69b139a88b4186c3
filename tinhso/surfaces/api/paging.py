"""Lists a page at a time, by the keys of the last row: nothing is counted, and no row is shown twice or left out."""

import json
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from tinhso.surfaces.api.refusals import BadCursor

_SALT = "tinhso.cursor"
Row = TypeVar("Row", bound=Model)
Shown = TypeVar("Shown")


class Page(Schema, Generic[Shown]):
    """Some of a list, and where the next ones are."""

    items: list[Shown]
    next: str | None = Field(None, description="Địa chỉ của trang sau; null ở trang cuối. Address of the next page.")


class PageQuery(Schema):
    """Which page of a list."""

    limit: int = Field(50, ge=1, le=200, description="Số mục mỗi trang. How many items.", examples=[50])
    after: str = Field("", max_length=2000, description="Lấy từ `next` của trang trước. Taken from `next`.")


class _Serializer:
    """Days as words; the database reads them back when it compares."""

    def dumps(self, obj: object) -> bytes:
        return json.dumps(obj, cls=DjangoJSONEncoder).encode()

    def loads(self, data: bytes) -> object:
        found: object = json.loads(data)
        return found


def page(
    rows: "QuerySet[Row]",
    order: Sequence[str],
    *,
    query: PageQuery,
    request: HttpRequest,
    show: Callable[[Row], Shown],
) -> dict[str, object]:
    """A page of rows in the order of columns that are never null ("-position" is downwards), the last one unique."""
    found = rows.order_by(*order)
    if query.after:
        found = found.filter(_beyond(order, _values(query.after, order)))
    shown = list(found[: query.limit + 1])
    more = shown[query.limit - 1] if len(shown) > query.limit else None
    return {
        "items": [show(row) for row in shown[: query.limit]],
        "next": _next(request, more, order) if more is not None else None,
    }


def _beyond(order: Sequence[str], values: Sequence[object]) -> Q:
    beyond, same = Q(pk__in=()), Q()
    for column, value in zip(order, values, strict=True):
        name = column.removeprefix("-")
        beyond |= same & Q(**{f"{name}__{'lt' if column.startswith('-') else 'gt'}": value})
        same &= Q(**{name: value})
    return beyond


def _values(cursor: str, order: Sequence[str]) -> list[object]:
    try:
        said, values = signing.loads(cursor, salt=_SALT, serializer=_Serializer)
    except (signing.BadSignature, ValueError, TypeError) as mistake:
        raise BadCursor from mistake
    if said != list(order):
        raise BadCursor
    return list(values)


def _next(request: HttpRequest, last: Model, order: Sequence[str]) -> str:
    values = [getattr(last, column.removeprefix("-")) for column in order]
    cursor = signing.dumps([list(order), values], salt=_SALT, serializer=_Serializer)
    kept = {name: request.GET.getlist(name) for name in request.GET if name != "after"}
    return request.build_absolute_uri(f"{request.path}?{urlencode({**kept, 'after': cursor}, doseq=True)}")
