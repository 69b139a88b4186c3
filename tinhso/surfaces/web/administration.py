"""The web's own places in Quản trị."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Tài khoản",
        "Mời, khóa, giao vai trò, cấp lại mật khẩu, kết thúc phiên",
        "person",
        10,
        named("web:accounts", verb=Verb.KEEP_ACCOUNTS),
    ),
    Place(
        "Mẫu giao diện",
        "Các phần ghép nên mọi trang",
        "palette",
        90,
        named("web:gallery", verb=Verb.SEE_COMPONENTS),
    ),
)
