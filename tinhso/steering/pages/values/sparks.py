"""The trend of an indicator as a small line, in words for those who hear the page."""

from django.utils.safestring import SafeString

from tinhso.lib.markup import escaped
from tinhso.lib.numbers import write_number
from tinhso.steering.pages.values import drawing
from tinhso.steering.pages.values.standings import IndicatorFigures


def spark(figures: IndicatorFigures, name: str) -> SafeString:
    """Nothing before there are two figures to join."""
    dots = drawing.spark(figures.trend, scale=100 if figures.measure.is_ratio else 1)
    if not dots:
        return SafeString("")
    words = escaped(f"Diễn biến {name}: từ {told(dots[0].value)} đến {told(dots[-1].value)}")
    line, last = " ".join(f"{dot.x:g},{dot.y:g}" for dot in dots), dots[-1]
    return SafeString(
        f'<svg class="spark" width="96" height="24" viewBox="0 0 96 24" role="img" aria-label="{words}">'
        f'<title>{words}</title><polyline points="{line}"/><circle cx="{last.x:g}" cy="{last.y:g}" r="2.5"/></svg>'
    )


def told(value: float) -> str:
    """At most one decimal: "72,5", "80"."""
    return write_number(float(f"{value:.1f}") if value % 1 else int(value))
