"""What the kernel's own nouns add to the API."""

from tinhso.surfaces.api import events, searching, subscriptions, units
from tinhso.surfaces.api.parts import Part

API = (
    Part("", units.router, "organisations"),
    Part("", searching.router, "search"),
    Part("", events.router, "events"),
    Part("", subscriptions.router, "events"),
)
