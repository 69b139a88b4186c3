"""The web's own word at the left."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.navigation import Entry, named

NAVIGATION = (
    Entry(
        label="Quản trị",
        icon="gear",
        order=80,
        address=named("web:administration", verb=Verb.READ_ORGANISATIONS),
        views=(
            *("web:administration", "web:audit", "web:account", "web:gallery"),
            *("log:", "condition:", "delegations:", "days:", "programme_settings:"),
            *("systems:all", "systems:sub", "systems:new"),
        ),
    ),
)
