"""Joining lines of a PDF, where widths are exact: a line goes on below when its next word had no room."""

from collections.abc import Sequence

from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.openings import ends, goes_on_as_range, is_title, opens
from tinhso.steering.intake.sources.pdf.layout import WIDTH
from tinhso.steering.intake.sources.prose import goes_on, is_broken

#: Letters by which a first line stands in or out from the others of its paragraph.
_STEP = 1.5


def joins(lines: Sequence[Line], line: Line, gap: Gap) -> bool:
    """Whether a line belongs to the paragraph of the lines above it."""
    above = lines[-1]
    if gap == Gap.BLANK or not _set_alike(lines, line):
        return goes_on(above.text, line.text) and not opens(line.text, above.text)
    room = WIDTH - above.edge - 1 - line.first
    full = room < 0
    if full and gap != Gap.SPACE and lines[0].indent - line.indent > _STEP:
        return not (line.bold and opens(line.text))
    if opens(line.text, above.text):
        return False
    if is_broken(above.text) or goes_on_as_range(line.text, above.text):
        return True
    if ends(above.text):
        return full and gap == Gap.NONE and line.indent - above.indent < _STEP
    return full or (line.text[0].islower() and room < WIDTH / 2) or goes_on(above.text, line.text)


def joins_in_column(lines: Sequence[Line], line: Line, gap: Gap) -> bool:
    """As ``joins``, for letterheads and signatures: a line in capitals and one in small letters are two."""
    if is_title(lines[-1].text) != is_title(line.text):
        return goes_on(lines[-1].text, line.text)
    return joins(lines, line, gap)


def _set_alike(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line is set like those above it: a bold heading or a centred title ends where the setting does."""
    if line.bold != lines[-1].bold and (line.bold or all(other.bold for other in lines)):
        return False
    if line.centred == lines[-1].centred:
        return True
    return line.bold and _spans(lines[-1] if line.centred else line)


def _spans(line: Line) -> bool:
    """A line from edge to edge may belong to a centred title."""
    return line.indent < 2 * _STEP and line.edge > WIDTH - 2 * _STEP
