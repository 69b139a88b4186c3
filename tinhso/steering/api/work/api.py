"""The work on tasks in the API."""

from tinhso.steering.api.work import (
    completions,
    deeds,
    duty_papers,
    extensions,
    files,
    notices,
    own,
    personal_work,
    progress,
    records,
    unit_requests,
)
from tinhso.surfaces.api.parts import Part

API = (
    Part("/files", files.router, "work"),
    Part("", own.router, "work"),
    Part("", notices.router, "work"),
    Part("", deeds.router, "work"),
    Part("", duty_papers.router, "work"),
    Part("", progress.router, "work"),
    Part("", personal_work.router, "work"),
    Part("", unit_requests.router, "work"),
    Part("", extensions.router, "work"),
    Part("", records.router, "work"),
    Part("", completions.router, "work"),
)
