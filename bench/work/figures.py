"""What ``bench.figures`` measures: 100 indicators, 230 units, 16 quarters."""

from datetime import date
from decimal import Decimal
from itertools import count

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.database import best_of
from tests.large import large_figures, large_programme
from tinhso.steering.figures import totals as kept
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.models import Programme

QUARTERS = [date(year, month, 14) for year in range(2022, 2026) for month in (3, 6, 9, 12)]
_numbers = count(1)
_PLAIN = """
SELECT indicator_id, level, SUM(numerator), SUM(denominator), COUNT(*) FROM (
    SELECT indicator_id, level, numerator, denominator, ROW_NUMBER() OVER (
        PARTITION BY indicator_id, unit_id ORDER BY to_on DESC, from_on, id) AS place
    FROM figures_value
    WHERE indicator_id IN (INDICATORS) AND to_on <= %s AND superseded_at IS NULL AND NOT withdrawn
) latest WHERE place = 1 GROUP BY indicator_id, level"""


def print_times(database: str) -> None:
    """One line: milliseconds for the whole, the same again, after one figure, and the units of one indicator."""
    programme = large_programme(tasks=1, indicators=100, units=230)
    values = large_figures(programme, QUARTERS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    indicator = programme.indicators.all()[0]
    latest = Value.objects.known_at().filter(indicator=indicator).latest_of_each_unit(2)
    times = (
        best_of(2, lambda: _anew(programme)),
        best_of(5, lambda: totals(programme, QUARTERS[-1])),
        best_of(3, lambda: after_one_more(programme)),
        best_of(3, lambda: list(latest.all())),
    )
    words = ("all sums read", "asked again", "after one figure", "units of one indicator")
    told = ", ".join(f"{name} {spent:,.1f} ms" for name, spent in zip(words, times, strict=True))
    print(f"{database:<12}{values:,} values: {told}")
    _print_consolidation(database, programme)


def _print_consolidation(database: str, programme: Programme) -> None:
    """The figures of one quarter at every level, beside the plainest SQL that adds up each unit's latest value."""
    kept.forget()
    with CaptureQueriesContext(connection) as queries:
        found = totals(programme, QUARTERS[-1])
    ours = best_of(3, lambda: _anew(programme))
    sql = best_of(3, lambda: latest_added_up(programme, QUARTERS[-1]))
    points = sum(len(series.points) for levels in found.values() for series in levels.values())
    told = f"{points:,} sums of every quarter, {len(queries)} statements, {ours:,.0f} ms"
    bare = f"bare SQL of the one quarter {sql:,.0f} ms, {ours / sql:.1f} ×"
    print(f"{database:<12}one quarter consolidated: {told}; {bare}")


def latest_added_up(programme: Programme, day: date) -> None:
    """The plainest SQL that adds up each unit's latest value on a day."""
    keys = [str(key) for key in programme.indicators.values_list("pk", flat=True)]
    with connection.cursor() as cursor:
        cursor.execute(_PLAIN.replace("INDICATORS", ", ".join(keys)), [day.isoformat()])
        cursor.fetchall()


def _anew(programme: Programme) -> None:
    kept.forget()
    totals(programme, QUARTERS[-1])


def after_one_more(programme: Programme) -> None:
    """One figure of one unit is given, then everything is asked."""
    last = Value.objects.filter(indicator=programme.indicators.all()[0]).select_related("unit").order_by("-pk")[0]
    Value.objects.filter(pk=last.pk).update(superseded_at=timezone.now())
    last.corrects, last.recorded_at, last.numerator = (
        Value.objects.get(pk=last.pk),
        timezone.now(),
        Decimal(next(_numbers)),
    )
    last.pk = None
    last.save(force_insert=True)
    totals(programme, QUARTERS[-1])
