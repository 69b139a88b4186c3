"""Bảng nhập: the figures of one indicator for all units that a person may enter, over one span of days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import write_number
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.giving import Cell
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.figures.wording import written_span
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.grid.grids import Grid
from tinhso.steering.pages.grid.lines import Line, Place, figure_lines
from tinhso.steering.pages.grid.rows import Row, read_rows, untouched
from tinhso.steering.pages.grid.saving import save
from tinhso.steering.pages.grid.sheets import filled, template
from tinhso.steering.pages.values.entering import Desk, desk_of
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.reporting.checking import blocking_doubts, severities_of
from tinhso.surfaces.web.shell.downloads import workbook_response

#: The buttons of the page.
DO, SAVE, CHECK, UPLOAD = "viec", "luu", "kiem", "nap"
_SAVED = "grid_saved"


class SpanForm(forms.Form):
    """The days of which the figures tell."""

    tu = DayField(label="Từ ngày")
    den = DayField(label="Đến hết ngày")

    def clean(self) -> dict[str, object]:
        """The days in their order."""
        said = super().clean() or {}
        if said.get("tu") and said.get("den") and said["den"] < said["tu"]:
            self.add_error("den", "Ngày cuối kỳ không được trước ngày đầu kỳ.")
        return said


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one request is about: the desk, the days, and the cells that rows stand for."""

    desk: Desk
    form: SpanForm
    cells: Mapping[str, Cell]
    lines: list[Line]

    @property
    def name(self) -> str:
        """Of the grid: the same indicator over the same days for the same person."""
        return f"{self.desk.asked.account.pk}:{self.code}"

    @property
    def code(self) -> str:
        """Of its template."""
        first, last = self.days
        return f"{self.desk.indicator.pk}:{first:%Y%m%d}-{last:%Y%m%d}"

    @property
    def title(self) -> str:
        """Above the template."""
        first, last = self.days
        about = f"Chỉ tiêu {self.desk.indicator.code}: {self.desk.indicator.name}"
        return f"{about} – kỳ {written_span(first, last)}"

    @property
    def days(self) -> tuple[date, date]:
        """First and last."""
        cell = next(iter(self.cells.values()))
        return cell.from_on, cell.to_on


@require_http_methods(["GET", "POST"])
def grid(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The grid; sent, what is good is saved, what a file or a script asks about is only told."""
    sheet = _sheet(request, programme, indicator)
    require_running(sheet.desk.asked.programme)
    if request.method == "GET":
        return _shown(request, sheet, [untouched(line) for line in sheet.lines])
    if request.POST.get(DO) == UPLOAD:
        return _uploaded(request, sheet, request.FILES.get("tep"))
    rows = read_rows(sheet.lines, request.POST.dict())
    if request.POST.get(DO) == CHECK:
        return Grid(sheet.name, rows).answer(request.POST)
    return _saved(request, sheet, rows)


@require_safe
def grid_template(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The same grid as a workbook to be filled in."""
    sheet = _sheet(request, programme, indicator)
    content = template(sheet.title, sheet.code, sheet.lines)
    return workbook_response(content, f"mau-{sheet.desk.indicator.code}-{sheet.days[1]:%Y%m%d}")


def _sheet(request: HttpRequest, programme: int, indicator: int) -> Sheet:
    desk = desk_of(request, programme, indicator)
    if desk.indicator.withdrawn_at is not None:
        raise Http404
    refuse_taken(desk.measure)
    usual = _usual_days(desk)
    form = SpanForm(_days_asked(request, usual), label_suffix="")
    first, last = (form.cleaned_data["tu"], form.cleaned_data["den"]) if form.is_valid() else usual
    places = _places(desk, first, last)
    return Sheet(desk, form, {place.key: place.cell for place in places}, figure_lines(places))


def _days_asked(request: HttpRequest, usual: tuple[date, date]) -> dict[str, str]:
    """As the office writes days, however the address does; what is no day stays to be told of."""
    asked_for = {name: request.GET.get(name, "") for name in ("tu", "den")}
    days = {name: parse_date(words) for name, words in asked_for.items()}
    return {
        name: write_date(days[name] or other) if days[name] or not words else words
        for (name, words), other in zip(asked_for.items(), usual, strict=True)
    }


def _places(desk: Desk, first: date, last: date) -> list[Place]:
    levels = {level_of(version.kind) for version in desk.units.values()}
    programme = desk.asked.programme.pk
    blocking = blocking_doubts(severities_of([programme]), programme)
    return [
        Place(
            Cell(desk.indicator, version.unit, first, last),
            desk.measure,
            body_name(version),
            under=level_of(version.kind).label if len(levels) > 1 else "",
            blocking=blocking,
        )
        for version in desk.units.values()
    ]


def _usual_days(desk: Desk) -> tuple[date, date]:
    """From when the indicator is counted for the units, or the programme began, to the day that is looked at."""
    programme, levels = desk.asked.programme, {level_of(version.kind) for version in desk.units.values()}
    counted = [each.from_on for each in desk.indicator.targets.all() if each.from_on and levels == {each.level}]
    first: date = min(counted, default=programme.starts_on)
    return first, max(first, min(desk.asked.day, programme.ends_on))


def _shown(request: HttpRequest, sheet: Sheet, rows: list[Row], *, status: int = 200, **more: object) -> HttpResponse:
    context = {
        "asked": sheet.desk.asked,
        "desk": sheet.desk,
        "form": sheet.form,
        "grid": Grid(sheet.name, rows),
        "days": sheet.days,
        "spans": _spans(sheet),
        "saved": " ".join(request.session.pop(_SAVED, [])),
        **more,
    }
    return render(request, "grid/page.html", context, status=status)


def _spans(sheet: Sheet) -> list[tuple[date, date]]:
    """The latest spans for which the indicator has figures."""
    values = Value.objects.known_at().filter(indicator=sheet.desk.indicator)
    found = values.values_list("from_on", "to_on").order_by("-to_on", "from_on").distinct()[:4]
    return [(first, last) for first, last in found]


def _saved(request: HttpRequest, sheet: Sheet, rows: list[Row]) -> HttpResponse:
    count = save(rows, sheet.cells, by=sheet.desk.asked.account)
    done = [row.line.key for row in rows if row.saved]
    again = _rebuilt(sheet, rows)
    if any(row.errors or row.doubts for row in again):
        return _shown(request, sheet, again, status=422, count=count, done=" ".join(done))
    request.session[_SAVED] = [row.line.key for row in rows if not row.errors]
    messages.success(request, f"Đã lưu {write_number(count)} số liệu." if count else "Không có gì thay đổi.")
    return redirect(request.get_full_path())


def _rebuilt(sheet: Sheet, rows: list[Row]) -> list[Row]:
    """Saved rows as they stand now; the others with what was typed, and what is seen by then."""
    now = {line.key: line for line in figure_lines(_places(sheet.desk, *sheet.days))}
    again = []
    for row in rows:
        row.line = now[row.line.key]
        again.append(Row(row.line, row.line.typed, saved=True) if row.saved else row)
    return again


def _uploaded(request: HttpRequest, sheet: Sheet, file: UploadedFile[bytes] | None) -> HttpResponse:
    """What the file would change, in the grid; nothing is saved yet."""
    came = [untouched(line) for line in sheet.lines]
    if file is None:
        return _shown(request, sheet, came, status=422, refused="Hãy chọn tệp .xlsx.")
    name = file.name or "tệp"
    try:
        rows, strange = filled(read_workbook(file.read(), name), sheet.code, sheet.lines, name=name)
    except TinhsoError as refusal:
        return _shown(request, sheet, came, status=422, refused=refusal.sentence)
    return _shown(request, sheet, rows, preview=name, strange=strange)
