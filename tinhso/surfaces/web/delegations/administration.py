"""Delegations in Quản trị, for everybody who holds a role."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.administration import Place
from tinhso.surfaces.web.shell.navigation import named

PLACES = (
    Place(
        "Ủy quyền",
        "Cho người khác làm thay vai trò của mình trong một số ngày",
        "link",
        11,
        named("delegations:list", verb=Verb.DELEGATE),
        is_own=True,
    ),
)
