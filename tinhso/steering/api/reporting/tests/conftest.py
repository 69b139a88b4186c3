"""The third quarter of 2022 in a small programme, in which two districts lead a task and give I.2."""

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
from tinhso.surfaces.api.tests.conftest import Call, caller

__all__ = [
    "Call",
    "caller",
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
