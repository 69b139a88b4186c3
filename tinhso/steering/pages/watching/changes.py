"""What has changed in a programme within a window: deeds about tasks, figures of indicators, directives; by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Count, Max, Q, QuerySet, TextChoices
from django.urls import reverse
from django.utils import timezone

from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import Deed, ProgressEntry
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.tallies import Figure
from tinhso.steering.pages.watching.looking import Window, window_of
from tinhso.steering.programmes.models import Indicator, Task

#: So many lines stand on the board.
LINES = 5
#: So many of one kind are told at most; the window is to be made smaller for more.
MOST = 500
_K = Deed.Kind


class ChangeKind(TextChoices):
    """What happened, as a chair asks for it."""

    STUCK = "kho-khan", "khó khăn, vướng mắc"
    DONE = "xong", "báo hoàn thành, sản phẩm, xác nhận"
    RETURNED = "tra-lai", "bị trả lại, mở lại"
    EXTENSION = "gia-han", "xin và quyết định gia hạn"
    DIRECTIVE = "chi-dao", "chỉ đạo mới"
    PROGRESS = "tien-do", "cập nhật tiến độ"
    TALK = "trao-doi", "trao đổi"
    FIGURES = "so-lieu", "chỉ tiêu có số liệu mới"


_DEEDS: Mapping[ChangeKind, Q] = {
    ChangeKind.STUCK: Q(progressentry__said=ProgressEntry.Said.STUCK, progressentry__returned_at__isnull=True),
    ChangeKind.DONE: Q(kind__in=(_K.COMPLETED, _K.COMPLETION_APPROVED, _K.CONFIRMED, _K.PRODUCT_RECORDED)),
    ChangeKind.RETURNED: Q(kind__in=(_K.PROGRESS_RETURNED, _K.COMPLETION_RETURNED, _K.REOPENED))
    | Q(kind__in=(_K.PRODUCT_TAKEN_BACK, _K.UNIT_DECLINED)),
    ChangeKind.EXTENSION: Q(kind__startswith="extension_"),
    ChangeKind.PROGRESS: Q(kind=_K.PROGRESS, progressentry__returned_at__isnull=True)
    & ~Q(progressentry__said=ProgressEntry.Said.STUCK),
    ChangeKind.TALK: Q(kind=_K.COMMENT),
}
#: What a chair reads first, when only a few lines fit.
_FIRST = _DEEDS[ChangeKind.STUCK] | _DEEDS[ChangeKind.DONE] | _DEEDS[ChangeKind.RETURNED] | _DEEDS[ChangeKind.EXTENSION]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: when, what, about what, by whom."""

    moment: datetime
    what: str
    about: str
    note: str
    who: str
    address: str


@dataclass(frozen=True, slots=True)
class News:
    """What the board tells of: how many of each kind, each with its list, and the few lines read first."""

    window: Window
    kinds: list[tuple[ChangeKind, Figure]]
    lines: list[ChangeLine]


def news_of(about: Asked) -> News:
    """What is new to the person who asks; six queries at most."""
    window = window_of(about)
    numbers = counted(about, window)
    kinds = [(kind, Figure(count, address_of(kind, about, window))) for kind, count in numbers.items() if count]
    return News(window, kinds, newest(about, window, LINES))


def address_of(kind: ChangeKind, about: Asked, window: Window) -> str:
    """The list of one kind, with the moment since which it is told: sent on, the link shows the same."""
    address = reverse("watching:changes", args=(about.programme.pk,))
    query = {"loai": kind.value, "tu": window.since.isoformat(), "ngay": about.day.isoformat()}
    return f"{address}?{urlencode(query)}"


def counted(about: Asked, window: Window) -> dict[ChangeKind, int]:
    """How many of each kind, none left out; three queries."""
    numbers = (
        _deeds(about, window)
        .order_by()
        .aggregate(**{kind.name: Count("pk", filter=wanted) for kind, wanted in _DEEDS.items()})
    )
    figures = _values(about, window).order_by().aggregate(count=Count("indicator", distinct=True))["count"]
    apart = {ChangeKind.FIGURES: figures, ChangeKind.DIRECTIVE: _directives(about, window).count()}
    return {kind: apart.get(kind, numbers.get(kind.name, 0)) for kind in ChangeKind}


def newest(about: Asked, window: Window, most: int) -> list[ChangeLine]:
    """The few newest deeds that a chair reads first; one query."""
    return [_deed_line(deed) for deed in _deeds(about, window).filter(_FIRST)[:most]]


def lines_of(kind: ChangeKind, about: Asked, window: Window) -> list[ChangeLine]:
    """All changes of one kind, the newest first; one query, two for figures."""
    if kind == ChangeKind.FIGURES:
        return _figure_lines(about, window)
    if kind == ChangeKind.DIRECTIVE:
        directives = _directives(about, window).select_related("accepted_by").order_by("-accepted_at")
        return [_directive_line(task) for task in directives[:MOST]]
    return [_deed_line(deed) for deed in _deeds(about, window).filter(_DEEDS[kind])[:MOST]]


def _deeds(about: Asked, window: Window) -> QuerySet[Deed]:
    found = Deed.objects.in_programme(about.programme).since(window.since).filter(recorded_at__lte=window.until)
    return found.select_related("task", "account", "in_name_of", "progressentry")


def _values(about: Asked, window: Window) -> QuerySet[Value]:
    recorded = Value.objects.of_programme(about.programme).filter(recorded_at__gt=window.since)
    return recorded.filter(recorded_at__lte=window.until)


def _directives(about: Asked, window: Window) -> QuerySet[Task]:
    given = Task.objects.current().filter(programme=about.programme, origin=Task.Origin.DIRECTIVE)
    return given.filter(accepted_at__gt=window.since, accepted_at__lte=window.until)


def _deed_line(deed: Deed) -> ChangeLine:
    return ChangeLine(
        deed.recorded_at,
        str(deed.get_kind_display()),
        f"{deed.task.code} {deed.task.text}",
        deed.note,
        who=deed.who,
        address=reverse("pages:task", args=(deed.task.programme_id, deed.task_id)),
    )


def _directive_line(task: Task) -> ChangeLine:
    moment, address = task.accepted_at or timezone.now(), reverse("pages:task", args=(task.programme_id, task.pk))
    return ChangeLine(moment, "Chỉ đạo", f"{task.code} {task.text}", "", who=str(task.accepted_by), address=address)


def _figure_lines(about: Asked, window: Window) -> list[ChangeLine]:
    """A line for each indicator with how many figures are new: hundreds of units give theirs in the same days."""
    rows = _values(about, window).order_by().values("indicator").annotate(count=Count("pk"), last=Max("recorded_at"))
    found = {row["indicator"]: row for row in rows}
    indicators = Indicator.objects.filter(pk__in=found)
    lines = [_figure_line(each, found[each.pk]["count"], found[each.pk]["last"]) for each in indicators]
    return sorted(lines, key=lambda line: line.moment, reverse=True)


def _figure_line(indicator: Indicator, count: int, last: datetime) -> ChangeLine:
    address = reverse("values:entries", args=(indicator.programme_id, indicator.pk))
    what = f"{count} số liệu mới hoặc sửa"
    return ChangeLine(last, what, str(indicator), "", who="", address=f"{address}?xem=tat_ca")
