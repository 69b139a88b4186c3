"""Rows of indicators, kept while neither a figure nor a programme nor a unit changes (decisions 88 and 91)."""

from collections.abc import Collection
from datetime import date

from tinhso.kernel.organisations.edition import edition
from tinhso.lib.keeping import Kept
from tinhso.steering.figures.stamps import stamps_of
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.indicator_rows import IndicatorRow, rows_with_figures
from tinhso.steering.programmes.edition import WITH_UNITS
from tinhso.steering.programmes.fetching import indicators_by_key
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet

#: So many rows a process keeps: some days of some programmes.
MOST = 1_000
_kept: Kept[tuple[int, date], IndicatorRow] = Kept(MOST)


def indicator_rows(asked: Asked, indicators: IndicatorQuerySet) -> list[IndicatorRow]:
    """The rows in the order of the indicators; a constant number of queries. Shared: nobody may change one."""

    def read(questions: Collection[tuple[int, date]]) -> dict[tuple[int, date], IndicatorRow]:
        rows = rows_with_figures(asked, indicators_by_key(key for key, _day in questions).values())
        return {(row.indicator.pk, asked.day): row for row in rows}

    keys = list(indicators.values_list("pk", flat=True))
    present, stamps = edition(*WITH_UNITS), stamps_of(asked.programme)
    return list(_kept.many({(key, asked.day): (stamps.get(key), present) for key in keys}, read).values())
