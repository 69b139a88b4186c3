"""What the door itself refuses: one class a sentence."""

from typing import ClassVar

from tinhso.lib.errors import TinhsoError


class NoSuchParameter(TinhsoError):
    """The address carries a parameter that this operation does not have."""

    code: ClassVar[str] = "no_such_parameter"
    status: ClassVar[int] = 400
    sentence = "Không có tham số “{name}”."


class NullSign(TinhsoError):
    """Somewhere stands the sign with the number 0."""

    code: ClassVar[str] = "null_sign"
    status: ClassVar[int] = 422
    sentence = "Nội dung gửi lên có ký tự số 0, không phải chữ."


class BadCursor(TinhsoError):
    """``after`` is not one that we gave for this list."""

    code: ClassVar[str] = "bad_cursor"
    status: ClassVar[int] = 400
    sentence = "Tham số “after” không phải do danh sách này đưa ra; hãy bắt đầu lại từ trang đầu."


class VersionNeeded(TinhsoError):
    """A change must say which version it changes."""

    code: ClassVar[str] = "precondition_required"
    status: ClassVar[int] = 428
    sentence = "Cần gửi If-Match với ETag đã đọc."


class VersionPassed(TinhsoError):
    """Somebody else saved since this version was read."""

    code: ClassVar[str] = "precondition_failed"
    status: ClassVar[int] = 412
    sentence = "Nội dung đã đổi từ lúc bạn đọc; hãy đọc lại rồi gửi với ETag mới."


class LettersImpossible(TinhsoError):
    """What is wanted of letters contradicts itself."""

    code: ClassVar[str] = "letters_impossible"
    status: ClassVar[int] = 422
    sentence = "{why}"


class BadKey(TinhsoError):
    """An Idempotency-Key is empty or too long."""

    code: ClassVar[str] = "bad_idempotency_key"
    status: ClassVar[int] = 400
    sentence = "Idempotency-Key phải có từ 1 đến 200 ký tự."


class KeyUsed(TinhsoError):
    """The key was sent with other content before."""

    code: ClassVar[str] = "idempotency_key_used"
    status: ClassVar[int] = 422
    sentence = "Idempotency-Key này đã dùng cho một yêu cầu khác."


class KeyBusy(TinhsoError):
    """The first request with this key is still being done."""

    code: ClassVar[str] = "idempotency_key_busy"
    status: ClassVar[int] = 409
    sentence = "Yêu cầu đầu tiên với Idempotency-Key này chưa xong; hãy thử lại sau ít giây."


class SentFromElsewhere(TinhsoError):
    """A page's session writes only with the page's own token against forgery."""

    code: ClassVar[str] = "csrf"
    status: ClassVar[int] = 403
    sentence = "Phiên đăng nhập chỉ ghi được từ trang của hệ thống (thiếu X-CSRFToken)."
