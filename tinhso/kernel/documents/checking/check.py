"""Whether a file may enter: the questions in their order, the cheap ones first."""

from django.conf import settings
from django.utils.module_loading import import_string

from tinhso.kernel.documents.checking.formats import FORMATS, Format
from tinhso.kernel.documents.checking.names import ending_of
from tinhso.kernel.documents.checking.refusals import (
    FileInfected,
    FileIsEmpty,
    FileTooLarge,
    KindNotTaken,
    NotWhatItSays,
    ScannerSilent,
)
from tinhso.kernel.documents.checking.scanners import Scanner, Silent

MEGABYTE = 1024 * 1024


def refuse_size(name: str, size: int) -> None:
    """Asked before a byte is read. Raises FileIsEmpty, FileTooLarge."""
    if size == 0:
        raise FileIsEmpty(name=name)
    if size > settings.LARGEST_FILE:
        raise FileTooLarge(name=name, limit=settings.LARGEST_FILE // MEGABYTE)


def recognised(name: str, content: bytes) -> Format:
    """The kind of file that its name says, when its bytes say so too. Raises KindNotTaken, NotWhatItSays."""
    wanted = [form for form in FORMATS if form.ending == ending_of(name)]
    if not wanted:
        raise KindNotTaken(name=name, kinds=", ".join(f".{form.ending}" for form in FORMATS))
    if not wanted[0].holds(content):
        raise NotWhatItSays(name=name, words=wanted[0].words[:1].lower() + wanted[0].words[1:])
    return wanted[0]


def refuse_infected(name: str, content: bytes, by: Scanner) -> None:
    """Raises FileInfected, or ScannerSilent when a scanner is set and does not answer."""
    try:
        found = by.found_in(content)
    except Silent as silent:
        raise ScannerSilent(name=name) from silent
    if found:
        raise FileInfected(name=name, found=found)


def inspect(name: str, content: bytes) -> None:
    """What this installation asks beyond: the functions named by FILE_INSPECTORS, which may refuse."""
    for place in settings.FILE_INSPECTORS:
        import_string(place)(name, content)
