"""A refusal or a failure becomes one page with one sentence, or problem+json for a program (RFC 9457)."""

from collections.abc import Callable

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from tinhso.kernel.accounts.standing import Stranger
from tinhso.lib.errors import TinhsoError

#: Status → what happened, and what to do now.
SENTENCES = {
    400: ("Yêu cầu không đọc được.", "Hãy quay lại trang trước và thử lại."),
    401: ("Bạn cần đăng nhập.", "Đăng nhập rồi mở lại trang này."),
    403: ("Tài khoản của bạn không được mở trang này.", "Nếu cần cho công việc, hãy đề nghị quản trị giao vai trò."),
    404: ("Không tìm thấy trang này.", "Có thể địa chỉ đã đổi, hoặc mục này không thuộc phạm vi của bạn."),
    405: ("Trang này không nhận cách gửi đó.", "Hãy mở trang từ thanh bên trái rồi làm lại."),
    409: ("Có người vừa lưu trước bạn.", "Xem nội dung mới rồi quyết định lưu lại hay thôi."),
    410: ("Mục này không còn.", "Nếu vẫn cần, hãy liên hệ người đã gửi cho bạn hoặc quản trị hệ thống."),
    413: ("Tệp hoặc nội dung gửi lên quá lớn.", "Hãy chia nhỏ hoặc nén lại rồi gửi lần nữa."),
    422: ("Nội dung gửi lên chưa đúng.", "Hãy sửa những chỗ được chỉ ra rồi gửi lại."),
    429: ("Bạn thao tác quá nhiều lần trong thời gian ngắn.", "Hãy chờ ít phút rồi thử lại."),
    503: ("Hệ thống liên quan chưa trả lời.", "Hãy thử lại sau ít phút."),
    500: ("Hệ thống gặp lỗi khi xử lý trang này.", "Lỗi đã được ghi lại. Hãy thử lại sau ít phút."),
}
EXPIRED = "Trang đã mở quá lâu hoặc bạn vừa đăng nhập ở thẻ khác, nên lần gửi này không được nhận."
_SEND_AGAIN = "Hãy quay lại trang trước (nội dung đã gõ thường vẫn còn), tải lại trang rồi gửi lần nữa."
_FIRST_ERROR = 400
_FAILURE = 500


def problem(request: HttpRequest, status: int, *, sentence: str = "", code: str = "", advice: str = "") -> HttpResponse:
    """The answer for a status; ``sentence`` and ``advice`` replace the general ones."""
    general, usual = SENTENCES.get(status, SENTENCES[400])
    said = sentence or general
    if _for_program(request):
        return _json(request, status, sentence=said, code=code)
    # What is refused before anybody was recognised (a forged host) has no person whom the shell could name.
    is_bare = status == _FAILURE or not hasattr(request, "user")
    template = "web/failure.html" if is_bare else "web/problem.html"
    context = {"status": status, "sentence": said, "advice": advice or usual, "title": said, "back": _back(request)}
    return render(request, template, context, status=status)


def refusals(get_response: Callable[[HttpRequest], HttpResponse]) -> "Refusals":
    """The middleware, in the form settings name it."""
    return Refusals(get_response)


class Refusals:
    """Turns a TinhsoError of a view into its page, and gives a bare refusal (405 and the like) a face."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        bare = response.status_code >= _FIRST_ERROR and not response.streaming and not response.content
        return problem(request, response.status_code) if bare else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only what was meant for people; anything else is Django's to report. A stranger reads what he would read
        where nothing is.
        """
        if isinstance(exception, Stranger):
            return problem(request, exception.status)
        if isinstance(exception, TinhsoError):
            return problem(request, exception.status, sentence=exception.sentence, code=exception.code)
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400; a body over the limit arrives here as well."""
    return problem(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler403."""
    return problem(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404."""
    return problem(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """handler500: a page that asks the database nothing."""
    return problem(request, 500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW."""
    return problem(request, 403, sentence=EXPIRED, code="csrf", advice=_SEND_AGAIN)


def _back(request: HttpRequest) -> str:
    """The page of ours from which something was sent, to be opened anew; nothing where no form was sent."""
    came_from = request.headers.get("Referer", "") if request.method == "POST" else ""
    try:
        ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    except DisallowedHost:
        # The refusal of a forged host is itself answered here.
        return ""
    return came_from if ours else ""


def _for_program(request: HttpRequest) -> bool:
    accepted = request.headers.get("Accept", "")
    return "json" in accepted and "text/html" not in accepted


def _json(request: HttpRequest, status: int, *, sentence: str, code: str) -> HttpResponse:
    content = {"title": sentence, "status": status, "code": code or f"http_{status}", "instance": request.path}
    return JsonResponse(
        content, status=status, content_type="application/problem+json", json_dumps_params={"ensure_ascii": False}
    )
