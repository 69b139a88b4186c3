"""What the kernel's own nouns add to the API."""

from tinhso.surfaces.api import audit, calendar, events, letters, posts, searching, subscriptions, units
from tinhso.surfaces.api.parts import Part
from tinhso.surfaces.api.reorganising import drafts, enforcing, previewing

API = (
    Part("", units.router, "organisations"),
    Part("", posts.router, "organisations"),
    Part("", calendar.router, "organisations"),
    Part("/reorganisations", drafts.router, "organisations"),
    Part("/reorganisations", previewing.router, "organisations"),
    Part("/reorganisations", enforcing.router, "organisations"),
    Part("", searching.router, "search"),
    Part("", events.router, "events"),
    Part("", subscriptions.router, "events"),
    Part("", letters.router, "work"),
    Part("", audit.router, "audit"),
)
