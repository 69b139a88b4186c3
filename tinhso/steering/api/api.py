"""What the steering adds to the API."""

from tinhso.steering.api import (
    comparisons,
    counted,
    counts,
    directives,
    documents,
    duties,
    handovers,
    indicators,
    measures,
    news,
    owners,
    programmes,
    receiving,
    sections,
    settings,
    starting,
    tasks,
    values,
)
from tinhso.surfaces.api.parts import Part

API = (
    Part("/programmes", programmes.router, "programmes"),
    Part("/programmes", sections.router, "programmes"),
    Part("/programmes", indicators.router, "programmes"),
    Part("/programmes", tasks.router, "programmes"),
    Part("/programmes", duties.router, "programmes"),
    Part("/programmes", owners.router, "programmes"),
    Part("/programmes", handovers.router, "programmes"),
    Part("/programmes", settings.router, "programmes"),
    Part("/programmes", counts.router, "programmes"),
    Part("/programmes", news.router, "programmes"),
    Part("/programmes", comparisons.router, "programmes"),
    Part("/programmes", directives.router, "programmes"),
    Part("", measures.router, "figures"),
    Part("", values.router, "figures"),
    Part("", counted.router, "figures"),
    Part("/documents", documents.router, "programmes"),
    Part("/documents", starting.router, "programmes"),
    Part("/reading-jobs", receiving.router, "programmes"),
)
