"""The OpenAPI description: what ninja says of the operations, and what it does not know of the door."""

from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from typing import Any

from tinhso.kernel.exchange.scopes import AREAS
from tinhso.surfaces.api import problems
from tinhso.surfaces.api.frame import PREFIX, frame

Described = dict[str, Any]
_MEDIA = problems.MEDIA_TYPE
_INTRODUCTION = """\
Chương trình, chỉ tiêu, nhiệm vụ và số liệu của tỉnh cho các hệ thống khác.
Trang và API gọi cùng một chỗ, nên cùng quyền, cùng quy tắc.

The province's programmes, indicators, tasks and figures for other systems. A guide with examples: docs/api.md.\
"""
_SECURITY = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "Mã truy cập tạo ở trang Mã truy cập. A token made on the page Mã truy cập.",
    },
    "session": {"type": "apiKey", "in": "cookie", "name": "tinhso_session", "description": "Phiên của trang web."},
}
_ERROR = {
    "type": "object",
    "properties": {
        "pointer": {"type": "string"},
        "parameter": {"type": "string"},
        "header": {"type": "string"},
        "detail": {"type": "string"},
    },
}
_PROBLEM = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "instance", "code"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:tinhso:problem:not_found"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "Một câu cho người đọc. One sentence for people."},
        "instance": {"type": "string"},
        "code": {"type": "string", "description": "Xem docs/refusals.md. See docs/refusals.md."},
        "errors": {"type": "array", "items": _ERROR},
    },
}
_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "Gửi lại với cùng khóa không làm hai lần (24 giờ). Sent again with the same key it is done once.",
}
#: For operations that change what was read: their ``openapi_extra``.
IF_MATCH: Described = {
    "parameters": [
        {
            "in": "header",
            "name": "If-Match",
            "required": False,
            "schema": {"type": "string"},
            "description": "ETag đã đọc; thiếu là 428, đã cũ là 412. The ETag that was read.",
        }
    ],
    "responses": {409: {}, 412: {}, 428: {}},
}


@cache
def description() -> Described:
    """The whole description, as it is served and as docs/openapi.json holds it."""
    described: Described = frame().get_openapi_schema(path_prefix=PREFIX)
    described["info"]["description"] = _INTRODUCTION
    described["servers"] = [{"url": "/"}]
    described["tags"] = [{"name": area, "description": words} for area, words in AREAS.items()]
    described["components"]["securitySchemes"] = _SECURITY
    described["components"]["schemas"] |= {"Problem": _PROBLEM}
    described["components"]["schemas"] = dict(sorted(described["components"]["schemas"].items()))
    described["security"] = [{"token": []}, {"session": []}]
    for method, operation in _operations(described):
        _complete(method, operation)
    return described


def _operations(described: Described) -> Iterator[tuple[str, Described]]:
    for methods in described["paths"].values():
        yield from methods.items()


def _complete(method: str, operation: Described) -> None:
    statuses = {400, 401, 403, 404, 422, 429, 500}
    if method == "post":
        operation.setdefault("parameters", []).append(_KEY)
        statuses |= {409}
    statuses |= {int(status) for status, told in operation["responses"].items() if not told or int(status) >= 400}
    if method == "get":
        _tell_etag(operation)
    for status in sorted(statuses):
        operation["responses"][status] = _problem(status)
    operation["responses"] = {str(status): operation["responses"][status] for status in sorted(operation["responses"])}


def _tell_etag(operation: Described) -> None:
    name = {"in": "header", "name": "If-None-Match", "required": False, "schema": {"type": "string"}}
    operation.setdefault("parameters", []).append(name)
    operation["responses"][304] = {"description": "Không đổi. Not modified."}
    for status, told in operation["responses"].items():
        if int(status) == HTTPStatus.OK:
            told["headers"] = {"ETag": {"schema": {"type": "string"}}}


def _problem(status: int) -> Described:
    code, sentence = problems.GENERAL[status]
    example = {
        "type": f"urn:tinhso:problem:{code}",
        "title": sentence,
        "status": status,
        "detail": sentence,
        "instance": f"/{PREFIX}…",
        "code": code,
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": sentence, "content": {_MEDIA: {"schema": schema, "example": example}}}
