"""Tải .xlsx: the address of a list with ".xlsx" gives exactly what the list shows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.workbook.writing import write_workbook
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.indicator_filter import narrowed
from tinhso.steering.pages.kept_rows import indicator_rows
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.tallies import by_body, by_section, by_unit, total
from tinhso.steering.pages.values.entries import EntriesForm, Wanted
from tinhso.steering.pages.values.indicator_part import indicator_part
from tinhso.steering.pages.watching.silence import silent_units
from tinhso.steering.pages.workbooks.board import board_tables, silent_table
from tinhso.steering.pages.workbooks.entries import entry_table
from tinhso.steering.pages.workbooks.indicators import indicator_table
from tinhso.steering.pages.workbooks.units import unit_table
from tinhso.steering.programmes.fetching import indicator_shown, whole_indicator
from tinhso.surfaces.web.shell.downloads import workbook_response


@require_safe
def indicators(request: HttpRequest, programme: int) -> HttpResponse:
    """The list of indicators under its filters."""
    about = asked(request, programme)
    found = narrowed(request, about)
    rows = [row for row in indicator_rows(about, found.indicators) if found.verdict in {"", row.figures.verdict}]
    return _answer(about, "chi-tieu", write_workbook(indicator_table(about, rows, found.chosen)))


@require_safe
def units(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The units of one indicator under the filters of its page: "so=chua" is the list of those missing."""
    about = asked(request, programme)
    found = indicator_shown(about.programme, indicator)
    if found is None:
        raise Http404
    # All leaves of the list that the page shows, in its order.
    rows = indicator_part(request, about, found).page.paginator.object_list
    return _answer(about, f"chi-tieu-{found.code}-don-vi", write_workbook(unit_table(about, found, rows)))


@require_safe
def entries(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The entries behind a figure under the filters of their page."""
    about = asked(request, programme)
    refuse_unknown(request, EntriesForm.base_fields)
    found = whole_indicator(about.programme, indicator)
    if found is None:
        raise Http404
    values = Wanted.of(EntriesForm(request.GET)).values(found, about.day)
    table = entry_table(about, found, measures_of([found], Roster.on(about.naming_day))[found.pk], values=values)
    return _answer(about, f"chi-tieu-{found.code}-nguon", write_workbook(table))


@require_safe
def board(request: HttpRequest, programme: int) -> HttpResponse:
    """The tables of counts of the board."""
    about = asked(request, programme)
    tables = board_tables(about, by_section(about), by_body(about), whole=total(about))
    return _answer(about, "dieu-hanh", write_workbook(*tables))


@require_safe
def silent(request: HttpRequest, programme: int) -> HttpResponse:
    """The silent units."""
    about = asked(request, programme)
    found = silent_units(about, Roster.on(about.working_day), by_unit(about))
    return _answer(about, "im-lang", write_workbook(silent_table(about, found)))


def _answer(about: Asked, name: str, content: bytes) -> HttpResponse:
    return workbook_response(content, f"{name}-{about.programme.code}-{about.day:%Y%m%d}")
