"""The way in: a file or a pasted text becomes a manuscript, or is refused with a sentence."""

from tinhso.steering.intake.manuscript import Manuscript
from tinhso.steering.intake.sources.cleaning import clean
from tinhso.steering.intake.sources.decoding import decode, read_fonts
from tinhso.steering.intake.sources.kinds import kind_of
from tinhso.steering.intake.sources.limits import LIMITS, Limits, grouped
from tinhso.steering.intake.sources.office import read_doc
from tinhso.steering.intake.sources.pdf.document import read_pdf
from tinhso.steering.intake.sources.plain import read_plain
from tinhso.steering.intake.sources.refusals import EmptyFile, FileTooLarge, TooManyLines, UnknownKind
from tinhso.steering.intake.sources.secrecy import refuse_secret
from tinhso.steering.intake.sources.word.document import read_docx

_MEGABYTE = 1024 * 1024


def read_manuscript(content: bytes, name: str, *, limits: Limits = LIMITS) -> Manuscript:
    """The manuscript of a file's bytes; ``name`` is the file's name as the person gave it.

    Raises a refusal (``refusals.Unreadable``) when the file is empty, too large, damaged, encrypted, of another
    kind, pictures only, or a state secret.
    """
    if len(content) > limits.file_bytes:
        raise FileTooLarge(limit=limits.file_bytes // _MEGABYTE)
    if not content.strip(b"\x00\t\n\r\x0c "):
        raise EmptyFile
    return refuse_secret(_not_empty(_read(content, name, limits)))


def paste(text: str, *, limits: Limits = LIMITS) -> Manuscript:
    """The manuscript of a text that a person pasted; refused like a file."""
    if len(text) > limits.file_bytes:
        raise FileTooLarge(limit=limits.file_bytes // _MEGABYTE)
    return refuse_secret(_not_empty(_read_text(*read_fonts(text), limits)))


def _read(content: bytes, name: str, limits: Limits) -> Manuscript:
    match kind_of(content, name):
        case "text":
            return _read_text(*decode(content, name), limits)
        case "docx":
            return read_docx(content, name, limits)
        case "pdf":
            return read_pdf(content, name, limits)
        case "doc":
            return read_doc(content, name, limits)
        case _:
            raise UnknownKind(name=name)


def _read_text(text: str, notes: tuple[str, ...], limits: Limits) -> Manuscript:
    lines = sum(1 for line in text.splitlines() if line and not line.isspace())
    if lines > limits.lines:
        raise TooManyLines(limit=grouped(limits.lines))
    return read_plain(text, notes)


def _not_empty(manuscript: Manuscript) -> Manuscript:
    if not any(clean(paragraph.text).strip() for paragraph in manuscript.paragraphs):
        raise EmptyFile
    return manuscript
