"""What notes of the log keep that is no column of a table, in words: how somebody came in, what was carried away."""

from collections.abc import Mapping

#: The names of facts (kernel.audit.notes) → what they are.
LABELS: Mapping[str, str] = {
    "address": "địa chỉ máy",
    "shown": "đã chứng minh bằng",
    "step": "bước",
    "provider": "nhà cung cấp định danh",
    "why": "lý do",
    "sessions": "số phiên đã kết thúc",
    "kind": "dạng tệp",
    "filter": "lọc theo",
    "entries": "số mục",
    "head": "mục cuối trong chuỗi",
    "username": "tên đăng nhập",
}
#: The steps of the door (web.door.steps) and why it stayed shut.
WORDS: Mapping[str, str] = {
    "password": "mật khẩu",
    "provider": "nhà cung cấp định danh",
    "fresh": "liên kết dùng một lần",
    "strong": "xác thực mạnh của nhà cung cấp",
    "own_password": "mật khẩu vừa tự đặt",
    "second_step": "xác thực hai bước",
    "set_up": "vừa bật xác thực hai bước",
    "unlinked": "định danh chưa gắn với tài khoản nào",
    "account_closed": "tài khoản đã khóa",
}


def in_words(value: object) -> str:
    """A fact's value for people: each of several by its word, pairs as "nhãn: giá trị"."""
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {words}" for name, words in value.items())
    several = value if isinstance(value, (list, tuple)) else (value,)
    return ", ".join(WORDS.get(str(each), str(each)) for each in several)
