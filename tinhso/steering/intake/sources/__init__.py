"""Files of every accepted kind, each turned into the same manuscript of paragraphs and table rows."""

from tinhso.steering.intake.sources.reading import paste, read_manuscript

__all__ = ["paste", "read_manuscript"]
