"""A series as a table for files: every unit and day, with what marks an estimate."""

from collections.abc import Iterator
from fractions import Fraction

from tinhso.lib.dates import write_date
from tinhso.lib.workbook.writing import Column, Table, Value
from tinhso.steering.figures.lines import Line
from tinhso.steering.pages.values.readings import Readings
from tinhso.steering.pages.values.viewing import Viewing

_COLUMNS = (
    Column("Đơn vị", 40),
    Column("Từ ngày"),
    Column("Tử số"),
    Column("Mẫu số"),
    Column("Số"),
    Column("Tỷ lệ"),
    Column("Ước tính", 10),
    Column("Gộp từ", 50),
)


def series_table(readings: Readings, viewing: Viewing) -> Table:
    """The province, its levels, then every unit, of the reading asked for."""
    told = "Quy về đơn vị hiện nay" if viewing.restated else "Như đã báo cáo"
    known = [f"Như đã biết đến hết ngày {write_date(viewing.known_on)}"] if viewing.known_on else []
    head = [
        f"{readings.indicator.code} {readings.indicator.name}",
        f"Đến ngày {write_date(readings.day)}; {told}",
        *known,
    ]
    return Table(
        name="Chuỗi số liệu", above=head, columns=_COLUMNS, rows=list(_rows(readings, restated=viewing.restated))
    )


def _rows(readings: Readings, *, restated: bool) -> Iterator[list[Value]]:
    lines = readings.restated if restated else readings.reported
    if not (readings.unit or readings.level):
        for unit, line in sorted(lines.units.items(), key=lambda each: readings.names_of([each[0]])):
            yield from _of("".join(readings.names_of([unit])), line, readings, own=unit)
    yield from _of(readings.about, readings.line(restated=restated), readings, own=readings.unit)


def _of(name: str, line: Line, readings: Readings, *, own: int) -> Iterator[list[Value]]:
    made_of = "; ".join(readings.names_of(line.units - {own})) if own else ""
    for day, amount, parts in line.points:
        share = Fraction(amount.numerator) / Fraction(amount.denominator) if amount.denominator else None
        counted = (amount.numerator, amount.denominator) if amount.denominator else (None, None)
        number = amount.number if amount.is_known and not amount.denominator else None
        yield [name, day, *counted, number, share, "ước tính" if parts else "", made_of]
