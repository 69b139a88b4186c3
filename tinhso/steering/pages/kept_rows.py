"""Rows of indicators, kept while neither a figure nor a programme nor a unit changes (decisions 88 and 91)."""

from collections.abc import Iterable
from datetime import date

from tinhso.kernel.organisations.edition import edition
from tinhso.steering.figures.stamps import Stamp, stamps_of
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.indicator_rows import IndicatorRow, rows_with_figures
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.fetching import indicators_by_key
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet

#: So many rows a process keeps: some days of some programmes.
MOST = 1_000
_Label = tuple[Stamp | None, str]

_kept: dict[tuple[int, date], tuple[_Label, IndicatorRow]] = {}


def indicator_rows(asked: Asked, indicators: IndicatorQuerySet) -> list[IndicatorRow]:
    """The rows in the order of the indicators; a constant number of queries. Shared: nobody may change one."""
    keys = list(indicators.values_list("pk", flat=True))
    # Read before the rows: what changes meanwhile is read again.
    present, stamps = edition(PROGRAMMES), stamps_of(asked.programme)
    labels: dict[int, _Label] = {key: (stamps.get(key), present) for key in keys}
    found = {key: row for key in keys for row in _known(key, asked.day, labels[key])}
    found |= _read(asked, [key for key in keys if key not in found], labels)
    return [found[key] for key in keys if key in found]


def _known(key: int, day: date, label: _Label) -> Iterable[IndicatorRow]:
    known = _kept.get((key, day))
    if known is not None and known[0] == label:
        yield known[1]


def _read(asked: Asked, keys: list[int], labels: dict[int, _Label]) -> dict[int, IndicatorRow]:
    if not keys:
        return {}
    rows = {row.indicator.pk: row for row in rows_with_figures(asked, indicators_by_key(keys).values())}
    if len(_kept) + len(rows) > MOST:
        _kept.clear()
    _kept.update({(key, asked.day): (labels[key], row) for key, row in rows.items()})
    return rows
