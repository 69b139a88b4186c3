"""The small programme with a figure of each district."""

from decimal import Decimal

from django.utils import timezone

from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Assignment, Indicator
from tinhso.steering.reporting.tests.conftest import districts, files, indicator, programme

__all__ = ["districts", "files", "indicator", "programme"]


def given_everywhere(indicator: Indicator) -> None:
    """Five of ten in every district that gives it."""
    day = indicator.programme.starts_on
    leads = Assignment.objects.filter(indicator=indicator, role=Assignment.Role.LEAD, unit__isnull=False)
    for unit in leads.values_list("unit", flat=True):
        Value.objects.create(
            indicator=indicator,
            unit_id=unit or 0,
            level="district",
            from_on=day,
            to_on=day,
            numerator=Decimal(5),
            denominator=Decimal(10),
            recorded_at=timezone.now(),
        )
