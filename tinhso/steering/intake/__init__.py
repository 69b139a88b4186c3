"""The plan reader: a Vietnamese administrative document in, its items with their words out. Pure Python."""

from tinhso.steering.intake.reader import read_document
from tinhso.steering.intake.reading import Reading
from tinhso.steering.intake.sources import paste, read_manuscript

__all__ = ["Reading", "read", "read_document", "read_text"]


def read(content: bytes, name: str) -> Reading:
    """The reading of a file's bytes; ``name`` is the file's name. Raises a refusal with one Vietnamese sentence."""
    return read_document(read_manuscript(content, name))


def read_text(text: str) -> Reading:
    """The reading of a pasted text."""
    return read_document(paste(text))
