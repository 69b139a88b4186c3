"""The third quarter of the small programme, as pages show it."""

import pytest

from tinhso.steering.programmes.models import Indicator
from tinhso.steering.reporting.models import Report
from tinhso.steering.reporting.tests.conftest import (
    districts,
    files,
    indicator,
    other_report,
    planned,
    programme,
    quarter,
    report,
    task,
)

__all__ = [
    "districts",
    "files",
    "indicator",
    "other_report",
    "planned",
    "programme",
    "quarter",
    "report",
    "task",
]


@pytest.fixture
def key(report: Report, indicator: Indicator) -> str:
    """Of the figure's row."""
    return f"{indicator.pk}.{report.unit_id}"
