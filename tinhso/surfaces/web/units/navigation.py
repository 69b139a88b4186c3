"""The word Đơn vị at the left."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.navigation import Entry, named

NAVIGATION = (
    Entry(
        label="Đơn vị",
        icon="units",
        order=60,
        address=named("units:tree", verb=Verb.READ_ORGANISATIONS),
        views=("units:", "reorganising:", "posts:"),
    ),
)
