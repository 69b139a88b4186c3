"""Chuỗi số liệu: a series as it was reported and under the units of today, side by side."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.lib.workbook.writing import CONTENT_TYPE, write_workbook
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.values.readings import Readings, readings_of
from tinhso.steering.pages.values.series_csv import series_csv
from tinhso.steering.pages.values.series_rows import DayRow, UnitLine, day_rows, unit_lines
from tinhso.steering.pages.values.series_table import series_table
from tinhso.steering.pages.values.viewing import Viewing
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The page."""

    readings: Readings
    viewing: Viewing
    days: list[DayRow]
    units: list[UnitLine]
    unclear: list[str]

    @property
    def indicator(self) -> Indicator:
        """Whose series it is."""
        return self.readings.indicator


@require_safe
def series(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """Both readings by day, and the units of the one that the address asks for."""
    about = asked(request, programme)
    refuse_unknown(request, ("theo", "biet", "cap", "don_vi"))
    viewing = Viewing.of(request)
    readings = _readings(request, about, indicator, viewing=viewing)
    view = SeriesView(
        readings,
        viewing,
        days=day_rows(readings),
        units=unit_lines(readings, restated=viewing.restated),
        unclear=readings.names_of(readings.restated.unclear),
    )
    return render(request, "values/series.html", {"asked": about, "view": view})


@require_safe
def series_file(request: HttpRequest, programme: int, indicator: int, *, form: str) -> HttpResponse:
    """Every unit and day of the reading that the address asks for, as a workbook or as .csv."""
    about = asked(request, programme)
    refuse_unknown(request, ("theo", "biet", "cap", "don_vi"))
    viewing = Viewing.of(request)
    table = series_table(_readings(request, about, indicator, viewing=viewing), viewing)
    name = f"chuoi-so-lieu-{indicator}{'-quy-ve' if viewing.restated else ''}.{form}"
    if form == "xlsx":
        answer = HttpResponse(write_workbook(table), content_type=CONTENT_TYPE)
    elif form == "csv":
        answer = HttpResponse(series_csv(table), content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _readings(request: HttpRequest, about: Asked, indicator: int, *, viewing: Viewing) -> Readings:
    found = whole_indicator(about.programme, indicator)
    if found is None or found.withdrawn_at:
        raise Http404
    return readings_of(
        found, about, known_at=viewing.known_at, level=request.GET.get("cap", ""), unit=request.GET.get("don_vi", "")
    )
