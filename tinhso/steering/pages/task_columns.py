"""The columns that a list of tasks may have, on the page and in Excel alike: each declared once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.lib.dates import write_date
from tinhso.steering.pages.task_rows import TaskRow
from tinhso.steering.programmes.models import Assignment, Deliverable

Cell = str | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` as in the address; ``cell`` gives what Excel holds; task_cells draws the same on the page."""

    key: str
    label: str
    width: int
    cell: Callable[[TaskRow], Cell]
    sort: str = ""


def _names(people: Sequence[Assignment]) -> str:
    return "; ".join(each.wording for each in people)


def _product(product: Deliverable) -> str:
    return f"{product.text} ({write_date(product.due_on)})" if product.due_on else product.text


COLUMNS = (
    Column("ma", "Mã", 11, lambda row: row.task.code, "position"),
    Column("noi_dung", "Nhiệm vụ", 70, lambda row: row.task.text, "text"),
    Column("de_muc", "Đề mục", 28, lambda row: row.task.section_title),
    Column("chu_tri", "Chủ trì", 30, lambda row: _names(row.leads)),
    Column("phoi_hop", "Phối hợp", 30, lambda row: _names(row.cooperators)),
    Column("san_pham", "Sản phẩm", 40, lambda row: "\n".join(map(_product, row.task.deliverables.all()))),
    Column("thoi_han", "Thời hạn", 12, lambda row: row.task.due_on, "due"),
    Column("lay_tu", "Thời hạn lấy từ", 24, lambda row: row.basis),
    Column("tinh_trang", "Tình trạng", 26, lambda row: row.state.label),
    Column("con_lai", "Còn lại", 18, lambda row: row.left),
    Column("hoan_thanh", "Hoàn thành ngày", 14, lambda row: row.task.completed_on),
    Column("nguon", "Nguồn giao", 22, lambda row: row.task.get_origin_display()),
    Column("duyet", "Duyệt", 16, lambda row: row.task.get_acceptance_display()),
)
#: What stands there until a person chooses; the task itself always does.
USUAL = ("ma", "noi_dung", "chu_tri", "thoi_han", "tinh_trang")
ALWAYS = "noi_dung"


def chosen_columns(keys: Iterable[str]) -> list[Column]:
    """Those of the keys that are columns, in the order of the list; the usual ones where none is."""
    wanted = {column.key for column in COLUMNS} & set(keys) or set(USUAL)
    return [column for column in COLUMNS if column.key in wanted | {ALWAYS}]
