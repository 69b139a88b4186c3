"""The tables of the board and of the silent units as sheets."""

from collections.abc import Iterable

from django.utils.timezone import localtime

from tinhso.lib.dates import write_date
from tinhso.lib.workbook.writing import Column, Table
from tinhso.lib.workbook.writing import Value as Cell
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.tallies import Bodies, Tally
from tinhso.steering.pages.watching.silence import Silent
from tinhso.steering.programmes.states import TaskState

_SILENT = (
    Column("Đơn vị", 40),
    Column("Được giao", 14),
    Column("Nhiệm vụ chủ trì", 18),
    Column("Quá hạn", 12),
    Column("Lần cuối lên tiếng", 20),
)


def board_tables(asked: Asked, sections: Iterable[Tally], bodies: Bodies, *, whole: Tally) -> list[Table]:
    """Tasks by section, by unit that leads and by group; the whole below the sections, as on the page."""
    return [
        _tallies("Theo đề mục", "Đề mục", [*sections, whole], asked=asked),
        _tallies("Theo đơn vị chủ trì", "Đơn vị chủ trì", bodies.units, asked=asked),
        *([_tallies("Theo nhóm", "Nhóm chủ trì", bodies.groups, asked=asked)] if bodies.groups else []),
    ]


def silent_table(asked: Asked, units: Iterable[Silent]) -> Table:
    """The units that have said nothing for so long."""
    about = f"Đơn vị còn việc mà trong {asked.programme.silence_days} ngày đến {write_date(asked.day)} không cập nhật"
    rows: list[list[Cell]] = [
        [
            each.name,
            "đích danh" if each.named else "qua nhóm",
            each.counted.total,
            each.late,
            localtime(each.last_word).date() if each.last_word else "chưa lần nào",
        ]
        for each in units
    ]
    return Table(name="Im lặng", above=(asked.programme.name, about), columns=_SILENT, rows=rows)


def _tallies(name: str, first: str, tallies: Iterable[Tally], *, asked: Asked) -> Table:
    columns = (Column(first, 50), Column("Tất cả", 10), *(Column(state.label, 16) for state in TaskState))
    rows: list[list[Cell]] = [
        [each.name, each.total.count, *(figure.count for _state, figure in each.in_order)] for each in tallies
    ]
    above = (asked.programme.name, f"Nhiệm vụ {name.lower()}, tính đến ngày {write_date(asked.day)}")
    return Table(name=name, above=above, columns=columns, rows=rows)
