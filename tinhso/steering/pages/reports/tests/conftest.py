"""The third quarter of the small programme, as pages show it."""

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
