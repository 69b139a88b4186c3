"""A stamp of all that the sums of an indicator are made from: it changes whenever they could (decision 88)."""

from django.db import connection

from tinhso.steering.programmes.models import Indicator, Programme

Stamp = tuple[str, str, str, int]
"""The editions of the figures ("" while nothing was ever given), also of those it is taken from, and of the
organisations; the programme's end; last the indicator whose values are counted."""

_STAMPS = """
SELECT indicator.id, COALESCE(figures.token, '') || COALESCE(source.token, ''), organisations.token,
    programme.ends_on, COALESCE(measure.taken_from_id, indicator.id)
FROM programmes_indicator indicator
JOIN programmes_programme programme ON programme.id = indicator.programme_id
CROSS JOIN organisations_edition organisations
LEFT JOIN figures_edition figures ON figures.indicator_id = indicator.id
LEFT JOIN figures_measure measure ON measure.indicator_id = indicator.id
LEFT JOIN figures_edition source ON source.indicator_id = measure.taken_from_id
WHERE indicator.withdrawn_at IS NULL AND """


def stamp_of(indicator: Indicator) -> Stamp | None:
    """The stamp of one indicator; none of one that was withdrawn. One query."""
    return _stamps("indicator.id = %s", indicator.pk).get(indicator.pk)


def stamps_of(programme: Programme) -> dict[int, Stamp]:
    """Indicator → stamp, for every present indicator; one query that looks at no figure."""
    return _stamps("indicator.programme_id = %s", programme.pk)


def _stamps(wanted: str, key: int) -> dict[int, Stamp]:
    with connection.cursor() as cursor:
        cursor.execute(_STAMPS + wanted, (key,))
        return {indicator: (figures, units, str(ends), source) for indicator, figures, units, ends, source in cursor}
