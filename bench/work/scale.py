"""What ``bench.scale`` measures: programmes of a hundred indicators and 230 units, half of all values in the first."""

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from bench.database import best_of
from bench.work.figures import after_one_more, latest_added_up
from bench.work.pages import person, signed_in
from tests.large import DAY, large_programme
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.figures import totals as kept
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.models import Programme

INDICATORS, UNITS, QUARTERS = 100, 230, 16
_FILL = """
INSERT INTO figures_value (indicator_id, unit_id, level, from_on, to_on, numerator, denominator, answer, not_applicable,
    withdrawn, source, reference, note, recorded_at)
SELECT indicator.id, unit.id, 'province', %s, span.to_on, (unit.id * 7 + indicator.id * 13) %% 100, 100, '', false,
    false, 'entered', '', '', now()
FROM unnest(%s::bigint[]) indicator(id), unnest(%s::bigint[]) unit(id), unnest(%s::date[]) span(to_on)"""


def print_times(values: int) -> None:
    """Rows, then milliseconds of a process that knows nothing, of one that does, after one entry, and of pages; each
    beside the plainest SQL that adds up the latest value of each unit.
    """
    per_day = INDICATORS * UNITS
    first = _programme(1, days=_days(values // 2 // per_day))
    others = [_programme(place, days=_days(QUARTERS)) for place in range(2, 2 + values // 2 // (per_day * QUARTERS))]
    with connection.cursor() as cursor:
        recount = "SELECT figures_sum_recount(array_agg(indicator_id)) FROM figures_measure"
        spent = _timed(lambda: cursor.execute(recount))
        cursor.execute("ANALYZE")
        cursor.execute("SELECT COUNT(*) FROM figures_value")
        print(f"{cursor.fetchone()[0]:,} values; all sums counted anew: {spent:,.1f} s", flush=True)
    settings.ALLOWED_HOSTS = ["*"]
    call_command("collectstatic", verbosity=0, interactive=False)
    client = signed_in(person())
    for programme in (first, *others[:1]):
        _print(programme, client)


def _print(programme: Programme, client: Client) -> None:
    day = programme.ends_on
    pages = {
        "list of indicators": reverse("pages:indicators", args=(programme.pk,)),
        "one indicator": reverse("pages:indicator", args=(programme.pk, programme.indicators.all()[0].pk)),
    }
    times: dict[str, float] = {
        "all sums, process new": best_of(2, lambda: _anew(programme, day)),
        "again": best_of(5, lambda: totals(programme, day)),
        "after one entry": best_of(3, lambda: after_one_more(programme)),
    }
    for name, address in pages.items():
        kept.forget()
        times[f"page {name}, process new"] = best_of(1, partial(client.get, address))
        times[f"page {name}"] = best_of(3, partial(client.get, address))
    bare = best_of(1, lambda: latest_added_up(programme, day))
    told = "; ".join(f"{name} {spent:,.0f} ms ({spent / bare:.2f} ×)" for name, spent in times.items())
    told += f"; bare SQL that adds up each unit's latest value {bare:,.0f} ms (1 ×)"
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM figures_value WHERE indicator_id = ANY(%s)", [_keys(programme)])
        print(f"programme of {cursor.fetchone()[0]:,} values: {told}", flush=True)


def _programme(tasks: int, *, days: Sequence[date]) -> Programme:
    programme = large_programme(tasks=tasks, indicators=INDICATORS, units=UNITS)
    Measure.objects.bulk_create(
        Measure(indicator=each, kind="ratio", levels="province") for each in programme.indicators.all()
    )
    units = list(UnitVersion.objects.valid_on(DAY).values_list("unit", flat=True)[:UNITS])
    with connection.cursor() as cursor:
        # Without triggers: the sums are counted at the end at once.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_FILL, [DAY, _keys(programme), units, list(days)])
        cursor.execute("SET session_replication_role = origin")
    return programme


def _keys(programme: Programme) -> list[int]:
    return list(programme.indicators.values_list("pk", flat=True))


def _days(count: int) -> list[date]:
    return [DAY + timedelta(days=place) for place in range(1, count + 1)]


def _anew(programme: Programme, day: date) -> None:
    kept.forget()
    totals(programme, day)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
