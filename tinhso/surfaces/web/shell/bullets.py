"""The bullet bar of a figure, written as text: a list of indicators has hundreds."""

from collections.abc import Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString


def bullet_drawing(places: Mapping[str, float | None], label: str) -> SafeString:
    """``places`` are percentages of the width, None for what is not known: ``actual``, ``previous``, ``target``."""
    words, actual, unknown = escape(label), places["actual"], "<em>chưa có số liệu</em> "
    bar = "" if actual is None else f'<rect class="bullet-actual" x="0" y="4" width="{actual:g}%" height="8" rx="2"/>'
    return SafeString(
        f'<span class="bullet"><svg width="100%" height="16" role="img" aria-label="{words}"><title>{words}</title>'
        f'<rect class="bullet-ground" x="0" y="4" width="100%" height="8" rx="2"/>{bar}'
        f"{_tick('previous', places, (3, 13))}{_tick('target', places, (0, 16))}</svg>"
        f'<span class="bullet-words" aria-hidden="true">{unknown if actual is None else ""}{words}</span></span>'
    )


def _tick(name: str, places: Mapping[str, float | None], height: tuple[int, int]) -> str:
    x, (top, bottom) = places[name], height
    return "" if x is None else f'<line class="bullet-{name}" x1="{x:g}%" x2="{x:g}%" y1="{top}" y2="{bottom}"/>'
