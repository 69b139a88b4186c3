"""A stamp of all that the sums of an indicator are made from: it changes whenever they could."""

from typing import Any

from django.db import connection

from tinhso.kernel.organisations.edition import edition
from tinhso.steering.programmes.models import Programme

Stamp = tuple[Any, ...]
"""The newest value with its moment, the measure, the targets, the organisations."""

#: The moment stands beside the key, because a key comes again after a transaction was given up.
_STAMPS = """
SELECT indicator.id,
    (SELECT MAX(value.id) FROM figures_value value WHERE value.indicator_id = indicator.id),
    (SELECT MAX(value.recorded_at) FROM figures_value value WHERE value.indicator_id = indicator.id),
    measure.version, measure.timing, measure.aggregation,
    (SELECT COUNT(*) FROM programmes_target target
        WHERE target.indicator_id = indicator.id AND target.withdrawn_at IS NULL),
    (SELECT SUM(target.version) FROM programmes_target target
        WHERE target.indicator_id = indicator.id AND target.withdrawn_at IS NULL)
FROM programmes_indicator indicator
LEFT JOIN figures_measure measure ON measure.indicator_id = indicator.id
WHERE indicator.programme_id = %s AND indicator.withdrawn_at IS NULL"""


def stamps_of(programme: Programme) -> dict[int, Stamp]:
    """Indicator → stamp, for every present indicator; two queries that look at no more than the ends of indexes."""
    organisations = edition()
    with connection.cursor() as cursor:
        cursor.execute(_STAMPS, (programme.pk,))
        return {row[0]: (*row[1:], programme.ends_on, organisations) for row in cursor.fetchall()}
