"""From where a person is signed in, in words: ``{% load places %}``."""

from django import template

register = template.Library()

#: The first that stands in a browser's own description wins: every one also names those it wants to be taken for.
_BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
    ("CriOS", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_MACHINES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


@register.filter
def browser(agent: str) -> str:
    """ "Chrome trên Windows"; what is not known is said so."""
    program = _first(_BROWSERS, agent) or "Trình duyệt khác"
    machine = _first(_MACHINES, agent)
    return f"{program} trên {machine}" if machine else program


def _first(names: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for sign, name in names if sign in agent), "")
