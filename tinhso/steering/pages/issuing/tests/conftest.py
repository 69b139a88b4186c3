"""The third quarter of 2022 in the small programme, as the tests of reporting have it."""

from tinhso.steering.pages.rounds.tests.conftest import (
    desk,
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
    "desk",
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
