"""A chart as a file: the SVG of the page with its colours inside, so that it looks the same anywhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape
from django.views.decorators.http import require_safe

from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.values.drawing import HEIGHT, WIDTH
from tinhso.steering.pages.values.indicator_part import indicator_part
from tinhso.steering.pages.values.templatetags.figures import chart
from tinhso.steering.programmes.fetching import indicator_shown

#: So much stands above the chart for its name.
_HEAD = 48
#: The light scheme's colours (tokens.css), as a picture is put into white documents.
_STYLE = (
    "text{fill:#55606f;font:13px Arial,sans-serif}.name{fill:#1a2230;font-weight:bold;font-size:15px}"
    ".chart-grid{stroke:#d9dee5}.chart-line{fill:none;stroke:#0b57a4;stroke-width:2.5}.chart-dot{fill:#0b57a4}"
    ".chart-target{stroke:#1a2230;stroke-width:2;stroke-dasharray:6 4}"
    ".chart-target-words{fill:#1a2230;font-weight:bold}"
    ".chart-ahead{stroke:#0b57a4;stroke-width:2.5;stroke-dasharray:3 5}.chart-range{fill:#0b57a4;opacity:.14}"
)


@require_safe
def chart_picture(request: HttpRequest, programme: int, indicator: int, *, target: int) -> HttpResponse:
    """The chart of one target as an SVG file."""
    about = asked(request, programme)
    found = indicator_shown(about.programme, indicator)
    drawn_of = indicator_part(request, about, found).drawn if found else []
    outlook = next((each for each in drawn_of if each.standing.target.pk == target), None)
    if found is None or outlook is None:
        raise Http404
    context = chart(outlook, about.programme.starts_on, about.programme.ends_on)
    drawn = render_to_string("values/_chart.html", context).strip()
    response = HttpResponse(_alone(drawn, f"{found.code}. {found.name}"), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="chi-tieu-{found.pk}-{about.day:%Y%m%d}.svg"'
    return response


def _alone(drawn: str, name: str) -> str:
    """The drawing as a document of its own, its name above it."""
    head, _bracket, body = drawn.partition(">")
    box = f'viewBox="0 {-_HEAD} {WIDTH} {HEIGHT + _HEAD}"'
    head = head.replace(f'viewBox="0 0 {WIDTH} {HEIGHT}"', box).replace(
        "<svg", '<svg xmlns="http://www.w3.org/2000/svg"'
    )
    short = name if len(name) <= 80 else f"{name[:79]}…"
    ground = f'<rect y="{-_HEAD}" width="100%" height="100%" fill="white"/>'
    return f'{head}><style>{_STYLE}</style>{ground}<text class="name" x="16" y="-20">{escape(short)}</text>{body}'
