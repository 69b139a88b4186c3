"""Facts of reporting: rounds, reports with their lines, what was done about them, what was sent."""

from tinhso.steering.reporting.models.checks import CheckRule
from tinhso.steering.reporting.models.deeds import ReportDeed
from tinhso.steering.reporting.models.lines import FigureLine, TaskLine
from tinhso.steering.reporting.models.reports import Report
from tinhso.steering.reporting.models.rounds import Round, RoundDue, RoundEvent, RoundProgramme
from tinhso.steering.reporting.models.submissions import SentFigure, SentTask, Submission

__all__ = [
    "CheckRule",
    "FigureLine",
    "Report",
    "ReportDeed",
    "Round",
    "RoundDue",
    "RoundEvent",
    "RoundProgramme",
    "SentFigure",
    "SentTask",
    "Submission",
    "TaskLine",
]
