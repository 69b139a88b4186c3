"""The web's own word at the left."""

from django.http import HttpRequest
from django.urls import reverse

from tinhso.kernel.accounts.roles import Verb
from tinhso.surfaces.web.shell.navigation import Entry, may_any

#: Who may none of these finds the two things of his own, delegation and calendar, in the menu under his name.
_KEEPS = (Verb.KEEP_ACCOUNTS, Verb.KEEP_POSTS, Verb.SET_PROGRAMME, Verb.READ_AUDIT)


def _address(request: HttpRequest) -> str | None:
    return reverse("web:administration") if may_any(request, _KEEPS) else None


NAVIGATION = (
    Entry(
        label="Quản trị",
        icon="gear",
        order=80,
        address=_address,
        views=(
            *("web:administration", "web:audit", "web:account", "web:gallery"),
            *("log:", "condition:", "delegations:", "days:", "programme_settings:"),
            *("systems:all", "systems:sub", "systems:new", "systems:deliveries"),
        ),
    ),
)
