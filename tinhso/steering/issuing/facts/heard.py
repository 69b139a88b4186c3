"""What units said in the last sending of their reports of a round: words, tasks, why a figure is not known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import OuterRef, QuerySet, Subquery

from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.board import Place, Standing
from tinhso.steering.reporting.models import Round, SentFigure, SentTask, Submission
from tinhso.steering.reporting.models.reports import PARTS


@dataclass(frozen=True, slots=True)
class Quote:
    """What a unit said, under its name of the round's days; ``returned``: its report was given back to it."""

    unit: str
    text: str
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What a unit said of a task: how it stands, and what was done; ``entry`` is the deed that it became."""

    unit: int
    name: str
    said: str
    note: str
    entry: int | None


@dataclass(frozen=True, slots=True)
class Heard:
    """The fixed parts by their column; task → lines; (indicator, unit) → why its figure is not known; how many
    reports said that nothing is new."""

    parts: Mapping[str, Sequence[Quote]]
    lines: Mapping[int, Sequence[Line]]
    unknown: Mapping[tuple[int, int], str]
    nil: int = 0


@dataclass(slots=True)
class _Said:
    parts: dict[str, list[Quote]] = field(default_factory=lambda: {name: [] for name in PARTS})
    nil: int = 0


def heard(round_: Round, programme: Programme, places: Iterable[Place]) -> Heard:
    """In the order of the board; three queries."""
    listed = {place.report.pk: place for place in places}
    last = _last_of(round_)
    words = {each.report_id: each for each in last}
    said = _Said()
    for report, place in listed.items():
        if sent := words.get(report):
            _take(said, sent, place)
    return Heard(said.parts, _lines(last, programme, listed), _unknown(last, programme), said.nil)


def _last_of(round_: Round) -> QuerySet[Submission]:
    newest = Submission.objects.filter(report=OuterRef("report")).order_by("-number").values("pk")[:1]
    return Submission.objects.filter(report__round=round_, pk=Subquery(newest))


def _take(said: _Said, sent: Submission, place: Place) -> None:
    returned = place.standing == Standing.RETURNED
    said.nil += sent.nil
    for name, quotes in said.parts.items():
        if text := getattr(sent, name).strip():
            quotes.append(Quote(place.name, text, returned))


def _lines(last: QuerySet[Submission], programme: Programme, places: Mapping[int, Place]) -> dict[int, list[Line]]:
    order = {report: at for at, report in enumerate(places)}
    rows = SentTask.objects.filter(submission__in=last.order_by().values("pk"), task__programme=programme)
    columns = ("task", "submission__report", "said", "note", "entry")
    found: dict[int, list[Line]] = defaultdict(list)
    for task, report, said, note, entry in sorted(
        rows.values_list(*columns), key=lambda row: order.get(row[1], len(order))
    ):
        if place := places.get(report):
            found[task].append(Line(place.report.unit_id, place.name, said, note.strip(), entry))
    return found


def _unknown(last: QuerySet[Submission], programme: Programme) -> dict[tuple[int, int], str]:
    rows = SentFigure.objects.filter(
        submission__in=last.order_by().values("pk"), indicator__programme=programme, value=None
    )
    return {(indicator, unit): note for indicator, unit, note in rows.values_list("indicator", "unit", "note")}
