"""The calendar in Quản trị; everybody may read it."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Lịch làm việc",
        "Ngày lễ theo luật, nghỉ bù, hoán đổi theo từng năm",
        "calendar",
        21,
        named("days:this_year", verb=Verb.READ_ORGANISATIONS),
        is_own=True,
    ),
)
