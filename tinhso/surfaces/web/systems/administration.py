"""Other systems in Quản trị."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Đăng ký nhận sự kiện",
        "Hệ thống khác được báo khi nhiệm vụ, số liệu thay đổi (webhook); nhật ký gửi",
        "link",
        42,
        named("systems:subscriptions", verb=Verb.KEEP_SUBSCRIPTIONS),
    ),
    Place(
        "Mã truy cập API",
        "Mã mà các hệ thống khác dùng thay tài khoản; thu hồi",
        "key",
        43,
        named("systems:all_tokens", verb=Verb.KEEP_ACCOUNTS),
    ),
)
