"""Lần gửi: a report as it was sent, each line leading to what it became."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.wording import UNKNOWN, written
from tinhso.steering.following.models import Evidence
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.reports.seen import Seen, seen_report
from tinhso.steering.programmes.fetching import indicators_by_key
from tinhso.steering.reporting.models import SentFigure, SentTask, Submission
from tinhso.steering.reporting.models.reports import PARTS


@require_safe
def submission(request: HttpRequest, programme: int, *, report: int, number: int) -> HttpResponse:
    """One sending; nothing of it changes."""
    seen = seen_report(request, programme, report)
    refuse_unknown(request, ("ngay",))
    rows = Submission.objects.select_related("deed__account", "deed__in_name_of")
    sent = get_object_or_404(rows, report=seen.report, number=number)
    context = {
        "asked": seen.asked,
        "seen": seen,
        "sent": sent,
        "texts": [(label, getattr(sent, name)) for name, label in PARTS.items()],
        "tasks": _tasks(seen, sent),
        "figures": _figures(seen, sent),
    }
    return render(request, "reports/submission.html", context)


def _tasks(seen: Seen, sent: Submission) -> list[tuple[SentTask, str]]:
    """Each task with what shows it, and its programme's name where several were asked about."""
    proofs = Prefetch("entry__evidence", Evidence.objects.select_related("file", "document__file"))
    rows = sent.tasks.select_related("task", "entry").prefetch_related(proofs)
    rows = rows.order_by("task__programme", "task__position", "pk")
    return [(row, seen.round.told_apart(row.task.programme_id)) for row in rows]


def _figures(seen: Seen, sent: Submission) -> list[tuple[SentFigure, str, str, str]]:
    """Each figure with its unit's name, itself in words, and its programme as of a task; five queries."""
    found = sent.figures.select_related("indicator", "unit", "value")
    rows = list(found.order_by("indicator__programme", "indicator__position", "pk"))
    measures = measures_of(indicators_by_key({row.indicator_id for row in rows}).values())
    names = names_of_time([(row.unit_id, seen.round.last_day) for row in rows])
    return [
        (
            row,
            names[row.unit_id, seen.round.last_day] or row.unit.key,
            _words(row, measures[row.indicator_id]),
            seen.round.told_apart(row.indicator.programme_id),
        )
        for row in rows
        if row.indicator_id in measures
    ]


def _words(row: SentFigure, measure: Measure) -> str:
    return written(row.value, measure) if row.value else UNKNOWN
