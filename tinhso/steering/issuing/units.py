"""How a list of units in a document tells of one."""

from tinhso.steering.reporting.board import Place


def named(place: Place) -> str:
    """Its name of the round's days, and who answers for it since it ended."""
    return f"{place.name} (nay do {place.followers} trả lời)" if place.followers else place.name


def told(place: Place, *before: str) -> str:
    """How late it is and why its report was given back, after other words."""
    return "; ".join(part for part in (*before, place.told, place.why) if part)
