"""Every refusal and failure of the API as problem+json (RFC 9457), made in this one place."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from ninja.errors import HttpError, ValidationError

from tinhso.kernel.accounts.standing import Stranger
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.api.refusals import VersionPassed

MEDIA_TYPE = "application/problem+json"
#: Status → code and sentence, where nothing more is known.
GENERAL = {
    400: ("bad_request", "Yêu cầu không đọc được."),
    401: ("not_signed_in", "Cần mã truy cập còn hiệu lực."),
    403: ("not_allowed", "Tài khoản này không được làm việc đó."),
    404: ("not_found", "Không có gì ở địa chỉ này, hoặc nó không thuộc phạm vi của bạn."),
    405: ("method_not_allowed", "Địa chỉ này không nhận cách gọi đó."),
    409: ("conflict", "Có thay đổi khác vừa được lưu."),
    412: ("precondition_failed", "Nội dung đã đổi từ lúc bạn đọc; hãy đọc lại rồi gửi với ETag mới."),
    413: ("too_large", "Nội dung gửi lên quá lớn."),
    415: ("unsupported_media_type", "Nội dung gửi lên không đúng loại."),
    422: ("invalid", "Nội dung gửi lên chưa đúng."),
    428: ("precondition_required", "Cần gửi If-Match với ETag đã đọc."),
    429: ("too_many_requests", "Gọi quá nhiều lần; hãy chờ rồi thử lại."),
    500: ("failed", "Hệ thống gặp lỗi; lỗi đã được ghi lại."),
}
#: Django's own refusals.
_STATUSES: dict[type[Exception], int] = {Http404: 404, PermissionDenied: 403, RequestDataTooBig: 413}
#: Parts of the request as the errors of a 422 name them.
_PLACES = {"query": "parameter", "path": "parameter", "header": "header"}


def problem(
    request: HttpRequest, status: int, *, code: str = "", sentence: str = "", errors: Sequence[dict[str, str]] = ()
) -> JsonResponse:
    """The answer for a status; ``errors`` say which part of the request is wrong, and why."""
    usual = GENERAL.get(status, GENERAL[500 if status >= 500 else 400])
    code, sentence = code or usual[0], sentence or usual[1]
    content: dict[str, Any] = {
        "type": f"urn:tinhso:problem:{code}",
        "title": usual[1],
        "status": status,
        "detail": sentence,
        "instance": request.path,
        "code": code,
    }
    if errors:
        content["errors"] = list(errors)
    return JsonResponse(content, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


def of_exception(request: HttpRequest, exception: Exception) -> JsonResponse | None:
    """The problem that an exception means; None for one that nobody expected."""
    if isinstance(exception, Stranger):
        return problem(request, exception.status)
    if isinstance(exception, TinhsoError):
        if exception.is_stale and "If-Match" in request.headers:
            # Whoever said which version he changes is told that it has passed in HTTP's own words.
            exception = VersionPassed()
        return problem(request, exception.status, code=exception.code, sentence=exception.sentence)
    if isinstance(exception, ValidationError):
        return problem(request, 422, errors=[_error(each) for each in exception.errors])
    if isinstance(exception, HttpError):
        return problem(request, exception.status_code)
    status = next((status for kind, status in _STATUSES.items() if isinstance(exception, kind)), None)
    return problem(request, status) if status else None


def _error(found: dict[str, Any]) -> dict[str, str]:
    """Where it stands and what is wrong: {"pointer": "/text", "detail": …} or {"parameter": "limit", …}."""
    source, *path = map(str, found.get("loc", ("body",)))
    if source in _PLACES:
        return {_PLACES[source]: path[-1] if path else "", "detail": str(found.get("msg", ""))}
    # The first word is the name of the view's own argument, which nobody outside knows.
    return {"pointer": "".join(f"/{step}" for step in path[1:]), "detail": str(found.get("msg", ""))}
