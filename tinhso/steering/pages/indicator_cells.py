"""The cells of a list of indicators as the page draws them, written as text as those of a list of tasks are."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.safestring import SafeString

from tinhso.lib.markup import escaped
from tinhso.steering.pages.asked import Asked, address_of
from tinhso.steering.pages.indicator_rows import IndicatorRow
from tinhso.steering.pages.values.sparks import spark
from tinhso.steering.programmes.models import Assignment
from tinhso.surfaces.web.templatetags.web import bullet, chip, suggestion


def indicator_cells(row: IndicatorRow, asked: Asked, *, short: bool = False) -> SafeString:
    """The cells of one row; ``short`` is for the board, which leaves out who executes and what nobody accepted yet."""
    return _drawn(row, asked.programme.pk, short=short)


@lru_cache(maxsize=1024)
def _drawn(row: IndicatorRow, programme: int, *, short: bool) -> SafeString:
    """Drawn once for each row that is kept."""
    cells = [_code(row), _name(row, programme, short=short), _figures(row), _trend(row), _watchers(row)]
    return SafeString("".join(cells if short else [*cells, _people(row)]))


def _code(row: IndicatorRow) -> str:
    return f'<td class="code">{escaped(row.indicator.code)}</td>'


def _name(row: IndicatorRow, programme: int, *, short: bool) -> str:
    address = address_of("pages:indicator", programme, row.indicator.pk)
    mark = suggestion() if row.indicator.is_proposed and not short else ""
    return f'<td class="lead"><a href="{address}">{escaped(row.indicator.name)}</a> {mark}</td>'


def _figures(row: IndicatorRow) -> str:
    bars = "".join(bullet(line.figure, line.label) for line in row.targets)
    return f"<td>{bars}{chip(row.figures.tone, row.figures.verdict.label) if row.figures.trend.known else ''}</td>"


def _trend(row: IndicatorRow) -> str:
    return f'<td class="wide-only">{spark(row.figures, row.indicator.name)}</td>'


def _watchers(row: IndicatorRow) -> str:
    return f'<td data-label="Theo dõi">{wordings(row.watchers) or "Không nêu"}</td>'


def _people(row: IndicatorRow) -> str:
    helpers = wordings(row.cooperators)
    under = f'<span class="under soft">Phối hợp: {helpers}</span>' if helpers else ""
    return f'<td class="wide-only">{wordings(row.leads)}{under}</td>'


def wordings(people: Sequence[Assignment]) -> str:
    """The names as the plan writes them, joined by semicolons, escaped."""
    return escaped("; ".join(each.wording for each in people))
