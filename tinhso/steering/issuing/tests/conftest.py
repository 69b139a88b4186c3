"""The third quarter of 2022 in the small programme, as the tests of reporting have it."""

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

__all__ = ["districts", "files", "indicator", "other_report", "planned", "programme", "quarter", "report", "task"]
