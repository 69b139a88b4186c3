"""The log in Quản trị."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Nhật ký",
        "Ai đã thêm, sửa, xóa gì, lúc nào; ai đăng nhập; tải ra, kiểm tra nguyên vẹn",
        "log",
        40,
        named("web:audit_log", verb=Verb.READ_AUDIT),
    ),
)
