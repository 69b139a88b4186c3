"""From bytes to a reading, in the two steps that a person waiting for it can see."""

from collections.abc import Callable
from dataclasses import dataclass

from tinhso.steering.intake.reader import read_document
from tinhso.steering.intake.reading import Reading
from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.programmes.models import ReadingJob

Tell = Callable[[ReadingJob.Step, int], None]
"""Told the step that begins and the share done before it, in percent."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document read, with what kind of file it was."""

    reading: Reading
    media_type: str


def open_plan(content: bytes, name: str, *, tell: Tell = lambda _step, _share: None) -> Opened:
    """Read a file. Raises the refusals of ``intake.sources``."""
    tell(ReadingJob.Step.OPENING, 10)
    manuscript = read_manuscript(content, name)
    tell(ReadingJob.Step.FINDING, 40)
    reading = read_document(manuscript)
    tell(ReadingJob.Step.STORING, 90)
    return Opened(reading, manuscript.media_type)
