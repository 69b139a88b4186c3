"""What ``bench.importing`` measures: a file of so many values, loaded with all checks."""

import csv
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import islice, product
from pathlib import Path

from django.db import connection
from xlsxwriter import Workbook

from tests.large import DAY, large_programme
from tinhso.kernel.organisations.models import Group, Kind, UnitVersion
from tinhso.steering.figures.importing.lines import COLUMNS
from tinhso.steering.figures.importing.load import import_figures
from tinhso.steering.figures.models import Measure
from tinhso.steering.programmes.models import Assignment, Programme

_HEAD = COLUMNS[:6]
_UNITS = 230
Line = tuple[str, str, str, str, int, int]


def print_times(database: str, values: int) -> None:
    """A line for each kind of file: values a second, and how many times the bare loading of the same values."""
    for place, (kind, write) in enumerate((("csv", _write_csv), ("xlsx", _write_xlsx)), start=1):
        programme = _programme(place)
        file = Path(os.environ["TINHSO_HOME"]) / f"bench.{kind}"
        write(file, list(_lines(programme, values)))
        worked = _processor_time()
        spent = _timed(partial(_load, programme, file))
        worked = _processor_time() - worked
        again = _timed(partial(_load, programme, file))
        bare, memory = _bare(programme), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{database:<11}.{kind:<5}{values:>10,} values {spent:>7.1f} s {values / spent:>8,.0f}/s (processors "
            f"{worked:.1f} s, {values / worked:,.0f}/s); bare SQL {bare:>6.1f} s, {spent / bare:>4.1f} ×; sent again "
            f"{again:>6.1f} s; at most {memory:,} MB",
            flush=True,
        )


def _processor_time() -> float:
    """Seconds that this process and its server have worked: what they take of two cores that others use too."""
    if connection.vendor != "postgresql":
        return time.process_time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return time.process_time() + (int(server[11]) + int(server[12])) / os.sysconf("SC_CLK_TCK")


def _programme(tasks: int) -> Programme:
    """A hundred indicators, each asked of all 230 units."""
    programme = large_programme(tasks=tasks, indicators=100, units=_UNITS)
    group = Group.objects.create(key=f"bench-{tasks}", name=f"Các đơn vị đo {tasks}")
    group.rules.create(kind=Kind.DEPARTMENT)
    indicators = list(programme.indicators.all())
    Assignment.objects.filter(indicator__in=indicators).delete()
    Assignment.objects.bulk_create(
        Assignment(programme=programme, indicator=each, position=1, role="lead", group=group, certainty="certain")
        for each in indicators
    )
    Measure.objects.bulk_create(Measure(indicator=each, kind="ratio", levels="province") for each in indicators)
    return programme


def _lines(programme: Programme, values: int) -> Iterator[Line]:
    """As a province would send them: period by period."""
    units = UnitVersion.objects.valid_on(DAY).filter(kind=Kind.DEPARTMENT).values_list("unit__key", flat=True)[:_UNITS]
    codes = programme.indicators.values_list("code", flat=True)
    days = [DAY + timedelta(days=9 * place) for place in range(1, values // (len(codes) * len(units)) + 2)]
    cells = product(days, codes, units)
    return (
        (code, unit, f"{DAY:%d/%m/%Y}", f"{day:%d/%m/%Y}", place % 1000, 1000)
        for place, (day, code, unit) in enumerate(islice(cells, values))
    )


def _load(programme: Programme, file: Path) -> None:
    with file.open("rb") as content:
        import_figures(programme, content, name=file.name, by=None)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _write_csv(file: Path, lines: Sequence[Line]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(_HEAD)
        writer.writerows(lines)


def _write_xlsx(file: Path, lines: Sequence[Line]) -> None:
    book = Workbook(str(file), {"constant_memory": True})
    sheet = book.add_worksheet()
    for place, row in enumerate((_HEAD, *lines)):
        sheet.write_row(place, 0, row)
    book.close()


def _bare(programme: Programme) -> float:
    """The same values from one table into another with the same columns, indexes and checks, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_bare")
        if connection.vendor == "postgresql":
            cursor.execute("CREATE TABLE bench_bare (LIKE figures_value INCLUDING ALL)")
        else:
            cursor.execute("CREATE TABLE bench_bare AS SELECT * FROM figures_value LIMIT 0")
        keys = [str(key) for key in programme.indicators.values_list("pk", flat=True)]
        copy = "INSERT INTO bench_bare SELECT * FROM figures_value WHERE indicator_id IN (KEYS)"
        copy = copy.replace("KEYS", ", ".join(keys))
        return _timed(lambda: cursor.execute(copy))
