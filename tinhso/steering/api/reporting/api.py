"""Reporting in the API."""

from tinhso.steering.api.reporting import deeds, drafts, gathering, lines, reports, rounds, submissions
from tinhso.surfaces.api.parts import Part

API = (
    Part("", rounds.router, "reports"),
    Part("", drafts.router, "reports"),
    Part("", gathering.router, "reports"),
    Part("", reports.router, "reports"),
    Part("", lines.router, "reports"),
    Part("", deeds.router, "reports"),
    Part("", submissions.router, "reports"),
)
