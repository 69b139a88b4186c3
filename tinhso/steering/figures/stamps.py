"""A stamp of all that the sums of an indicator are made from: it changes whenever they could (decision 88)."""

from datetime import date

from django.db import connection

from tinhso.steering.programmes.models import Indicator, Programme

Stamp = tuple[str, str, date]
"""The editions of the figures ("" while nothing was ever given) and of the organisations, the programme's end."""

_STAMPS = """
SELECT indicator.id, COALESCE(figures.token, ''), organisations.token
FROM programmes_indicator indicator
CROSS JOIN organisations_edition organisations
LEFT JOIN figures_edition figures ON figures.indicator_id = indicator.id
WHERE indicator.programme_id = %s AND indicator.withdrawn_at IS NULL"""


def stamp_of(indicator: Indicator) -> Stamp | None:
    """The stamp of one indicator; none of one that was withdrawn. One query."""
    return stamps_of(indicator.programme).get(indicator.pk)


def stamps_of(programme: Programme) -> dict[int, Stamp]:
    """Indicator → stamp, for every present indicator; one query that looks at no figure."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMPS, (programme.pk,))
        return {indicator: (*editions, programme.ends_on) for indicator, *editions in cursor.fetchall()}
