"""The words and marks of every page: ``{% load web %}``. The page Mẫu giao diện shows each with its call."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from django import template
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tinhso.lib.dates import write_date
from tinhso.lib.markup import escaped
from tinhso.lib.numbers import write_number
from tinhso.surfaces.web.carrying.asking import PICTURE, WORKBOOK
from tinhso.surfaces.web.shell.bullets import bullet_drawing
from tinhso.surfaces.web.shell.icons import PATHS
from tinhso.surfaces.web.shell.marks import SIGNS, Part
from tinhso.surfaces.web.shell.open_pages import open_pages

register = template.Library()

UNKNOWN = "chưa có số liệu"


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A line drawing beside words; a reader aloud passes over it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', PATHS[name]
    )


@register.filter
def day(value: date | datetime | None) -> str:
    """05/3/2022; nothing for no day."""
    if value is None:
        return ""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return write_date(local)


@register.filter
def eve(value: date | None) -> date | None:
    """The last day of what holds up to but not including a day."""
    return value and value - timedelta(days=1)


@register.filter
def moment(value: datetime | None) -> str:
    """14:05 05/3/2022."""
    return "" if value is None else f"{timezone.localtime(value):%H:%M} {day(value)}"


@register.filter
def number(value: Decimal | float | None, decimals: int | None = None) -> str:
    """1.234,5; "chưa có số liệu" for a figure not yet known, which is never 0."""
    return UNKNOWN if value is None else write_number(value, decimals)


@register.filter
def plain(value: float) -> str:
    """A number as a drawing needs it, with a dot: 12.5."""
    return f"{value:g}"


@register.filter
def remaining(working_days: int | None) -> str:
    """ "còn 3 ngày làm việc", "hôm nay là hạn", "quá hạn 12 ngày"; nothing without a due day."""
    if working_days is None:
        return ""
    if working_days < 0:
        return f"quá hạn {-working_days} ngày"
    return f"còn {working_days} ngày làm việc" if working_days else "hôm nay là hạn"


@register.simple_tag
def chip(tone: str, words: str) -> SafeString:
    """A state: its word and its sign. Tones: good, warn, bad, info, neutral.

    Not a template of its own: a list has hundreds of them.
    """
    return SafeString(f'<span class="chip chip-{tone}">{icon(SIGNS[tone])}{escaped(words)}</span>')


@register.simple_tag
def suggestion(words: str = "đề xuất tự động") -> SafeString:
    """Beside what the machine read, until a person accepts it."""
    about = "Máy đọc từ văn bản; chờ cán bộ chấp nhận hoặc sửa"
    return SafeString(f'<span class="suggestion" title="{about}">{icon("spark")}{escaped(words)}</span>')


@register.inclusion_tag("web/_source.html")
def source(address: str, words: str = "nguồn", about: str = "") -> dict[str, str]:
    """A small link to where a number or a sentence comes from; ``about`` tells a reader aloud which."""
    return {"address": address, "words": words, "about": about}


@register.inclusion_tag("web/_counts.html", takes_context=True)
def counts(context: Context, parts: Iterable[Part], label: str) -> dict[str, object]:
    """A bar whose parts are as long as their counts, with its words under it; parts of 0 stand in the words only."""
    listed, start = list(parts), 0.0
    total = sum(part.count for part in listed)
    placed = []
    for part in listed:
        width = round(100 * part.count / total, 3) if total else 0
        placed.append({"part": part, "start": start, "width": width, "sign": SIGNS[part.tone]})
        start = round(start + width, 3)
    return {"placed": placed, "label": label, "total": total, "request": context.get("request")}


@register.simple_tag
def bullet(figure: Mapping[str, float | None], label: str) -> SafeString:
    """Actual as a bar, target as a line, last period as a tick, on one scale.

    ``figure`` has ``target``, and as far as known ``actual``, ``previous``, ``low`` (0 unless said) and ``high``.
    ``label`` says the same in words: "72,5 % / ≥ 85 %, kỳ trước 70,1 %".
    """
    low, names = figure.get("low") or 0, ("actual", "target", "previous")
    known = [value for value in map(figure.get, names) if value is not None]
    high = figure.get("high") or max([*known, low + 1]) * 1.15
    return bullet_drawing({name: _place(figure.get(name), low=low, high=high) for name in names}, label)


@register.inclusion_tag("web/_sort.html", takes_context=True)
def sort_header(context: Context, key: str, label: str, **places: str) -> dict[str, object]:
    """A column's head that sorts: ``?sort=key``, and ``?sort=-key`` when it is clicked again. ``kind="number"``."""
    current = context["request"].GET.get("sort", places.get("default", ""))
    direction = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    following = f"-{key}" if current == key else key
    query = context["request"].GET.copy()
    query["sort"] = following
    query.pop("page", None)
    return {"label": label, "direction": direction, "query": query.urlencode(), "kind": places.get("kind", "text")}


@register.inclusion_tag("web/_chosen.html", takes_context=True)
def chosen_filters(context: Context, form: BaseForm) -> dict[str, object]:
    """What a list is filtered by, each word a link that takes it away."""
    query: QueryDict = context["request"].GET
    fields = [field for field in form if query.get(field.html_name)]
    return {
        "chosen": [
            {"label": field.label, "words": _chosen_words(field), "without": _without(query, field.html_name)}
            for field in fields
        ]
    }


@register.inclusion_tag("web/_workbook.html", takes_context=True)
def workbook(context: Context, name: str) -> dict[str, object]:
    """The link that gives every row of the table marked ``data-workbook="name"`` as an Excel file."""
    query = context["request"].GET.copy()
    for part in ("page", "sau"):
        query.pop(part, None)
    query[WORKBOOK] = name
    return {"query": query.urlencode()}


@register.inclusion_tag("web/_picture.html", takes_context=True)
def picture(context: Context, name: str) -> dict[str, object]:
    """The link that gives the drawings of the part marked ``data-picture="name"`` as SVG; a script adds PNG."""
    query = context["request"].GET.copy()
    query[PICTURE] = name
    return {"query": query.urlencode(), "name": name}


@register.simple_tag(name="open_pages")
def pages_for_anybody() -> list[tuple[str, str]]:
    """What is read without an account: words and address of each."""
    return open_pages()


@register.inclusion_tag("web/_pager.html", takes_context=True)
def pager(context: Context, page: object) -> dict[str, object]:
    """Which rows of how many, and the way to the next; the other parameters of the address stay."""
    return {"page": page, "request": context["request"]}


def _place(value: float | None, *, low: float, high: float) -> float | None:
    if value is None:
        return None
    return round(max(0.0, min(100.0, 100 * (float(value) - low) / (high - low))), 2)


def _chosen_words(field: BoundField) -> str:
    value = field.value()
    choices = {str(key): str(words) for key, words in getattr(field.field, "choices", ())}
    return choices.get(str(value), str(value))


def _without(query: QueryDict, name: str) -> str:
    rest = query.copy()
    rest.pop(name, None)
    rest.pop("page", None)
    return rest.urlencode()
