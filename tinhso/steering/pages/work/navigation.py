"""Việc của tôi at the left: the first word for those who report for a unit."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.navigation import Entry, named

NAVIGATION = (
    Entry(
        label="Việc của tôi",
        icon="inbox",
        order=5,
        address=named("work:own", verb=Verb.READ_PROGRAMMES),
        views=("work:own", "work:notice", "feed:"),
    ),
)
