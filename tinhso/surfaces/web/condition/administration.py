"""The condition of the system in Quản trị."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Tình trạng hệ thống",
        "Cơ sở dữ liệu, hàng đợi, sao lưu, đĩa, thư điện tử, lỗi trong ngày",
        "alert",
        41,
        named("condition:page", verb=Verb.SEE_HEALTH),
    ),
)
