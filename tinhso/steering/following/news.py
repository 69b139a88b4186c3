"""What has changed in a programme within a time: deeds about tasks, figures of indicators, directives; by kind."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Count, Max, Q, QuerySet, TextChoices
from django.utils import timezone

from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import Deed, ProgressEntry
from tinhso.steering.programmes.models import Indicator, Programme, Task

#: So many of one kind are told at most; the time is to be made shorter for more.
MOST = 500
#: Who has never looked, or looks at another day than today, is told of so many days.
FIRST = timedelta(days=30)
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


class Span(NamedTuple):
    """A programme after a moment, up to and with another."""

    programme: Programme
    since: datetime
    until: datetime


class Change(NamedTuple):
    """One change: when, what, about which task or indicator, by whom."""

    moment: datetime
    what: str
    about: Task | Indicator
    note: str
    who: str


def newcomers(until: datetime) -> datetime:
    """Since when somebody is told who has not looked before: from the beginning of a day."""
    return timezone.localtime(until - FIRST).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def counted(span: Span) -> dict[ChangeKind, int]:
    """How many of each kind, none left out; three queries."""
    numbers = (
        _deeds(span).order_by().aggregate(**{kind.name: Count("pk", filter=wanted) for kind, wanted in _DEEDS.items()})
    )
    figures = _values(span).order_by().aggregate(count=Count("indicator", distinct=True))["count"]
    apart = {ChangeKind.FIGURES: figures, ChangeKind.DIRECTIVE: _directives(span).count()}
    return {kind: apart.get(kind, numbers.get(kind.name, 0)) for kind in ChangeKind}


def newest(span: Span, most: int) -> list[Change]:
    """The few newest deeds that a chair reads first; one query."""
    return [_deed(deed) for deed in _deeds(span).filter(_FIRST)[:most]]


def changes_of(kind: ChangeKind, span: Span) -> list[Change]:
    """All changes of one kind, the newest first; one query, two for figures."""
    if kind == ChangeKind.FIGURES:
        return _figures(span)
    if kind == ChangeKind.DIRECTIVE:
        directives = _directives(span).select_related("accepted_by").order_by("-accepted_at")
        return [_directive(task) for task in directives[:MOST]]
    return [_deed(deed) for deed in _deeds(span).filter(_DEEDS[kind])[:MOST]]


def _deeds(span: Span) -> QuerySet[Deed]:
    found = Deed.objects.in_programme(span.programme).since(span.since).filter(recorded_at__lte=span.until)
    return found.select_related("task", "account", "in_name_of", "progressentry")


def _values(span: Span) -> QuerySet[Value]:
    recorded = Value.objects.of_programme(span.programme).filter(recorded_at__gt=span.since)
    return recorded.filter(recorded_at__lte=span.until)


def _directives(span: Span) -> QuerySet[Task]:
    given = Task.objects.current().filter(programme=span.programme, origin=Task.Origin.DIRECTIVE)
    return given.filter(accepted_at__gt=span.since, accepted_at__lte=span.until)


def _deed(deed: Deed) -> Change:
    return Change(deed.recorded_at, str(deed.get_kind_display()), deed.task, deed.note, deed.who)


def _directive(task: Task) -> Change:
    return Change(task.accepted_at or timezone.now(), "Chỉ đạo", task, "", str(task.accepted_by))


def _figures(span: Span) -> list[Change]:
    """A line for each indicator with how many figures are new: hundreds of units give theirs in the same days."""
    rows = _values(span).order_by().values("indicator").annotate(count=Count("pk"), last=Max("recorded_at"))
    found = {row["indicator"]: row for row in rows}
    lines = [
        Change(found[each.pk]["last"], f"{found[each.pk]['count']} số liệu mới hoặc sửa", each, "", "")
        for each in Indicator.objects.filter(pk__in=found)
    ]
    return sorted(lines, key=lambda line: line.moment, reverse=True)
