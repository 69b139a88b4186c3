"""The numbers of the form that the page asks for."""

from functools import cache
from typing import Any

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES
from tinhso.kernel.documents.paper.measures import TEXT_WIDTH
from tinhso.kernel.documents.paper.pdf.tables import CELL_SPACE, TABLE_SPACE

#: Between the two sides of the letterhead (mm).
APART = 2.0


@cache
def numbers() -> dict[str, Any]:
    """Measures by their names, faces by their parts."""
    measures = {name.lower(): value.taken for name, value in vars(form).items() if isinstance(value, form.Measure)}
    faces = {
        part.value: {"size": face.size, "bold": face.bold, "italic": face.italic, "line": face.line}
        for part, face in FACES.items()
    }
    return {
        **measures,
        "face": form.EMBEDDED_FACE,
        "faces": faces,
        "text_width": TEXT_WIDTH,
        "apart": APART,
        "cell_space": CELL_SPACE,
        "table_space": TABLE_SPACE,
        "ascent": form.ASCENT,
        "descent": form.DESCENT,
        "single_line": form.SINGLE_LINE,
        "letterhead_shares": form.LETTERHEAD_SHARES,
        "closing_shares": form.CLOSING_SHARES,
        "stroke": form.STROKE,
        "first_numbered_page": form.FIRST_NUMBERED_PAGE,
    }
