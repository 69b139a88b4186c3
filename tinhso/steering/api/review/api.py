"""The review in the API."""

from tinhso.steering.api.review import deeds, items, many, notes
from tinhso.surfaces.api.parts import Part

API = (
    Part("/programmes", items.router, "programmes"),
    Part("/programmes", deeds.router, "programmes"),
    Part("/programmes", many.router, "programmes"),
    Part("/programmes", notes.router, "programmes"),
)
