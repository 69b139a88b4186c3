"""Keep a file that a person hands in: checked, cleaned of nothing, stored once."""

import hashlib

from django.core.files.base import File

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.checking.check import inspect, recognised, refuse_infected, refuse_size
from tinhso.kernel.documents.checking.names import safe_name
from tinhso.kernel.documents.checking.refusals import StoreFails
from tinhso.kernel.documents.checking.scanners import scanner
from tinhso.kernel.documents.models import Content, StoredFile
from tinhso.kernel.documents.stores.store import store


def keep_file(upload: File[bytes], *, by: Account | None) -> StoredFile:
    """The file, kept. The bytes reach the store before any row names them, and are stored once.

    Raises FileIsEmpty, FileTooLarge, KindNotTaken, NotWhatItSays, FileInfected, ScannerSilent, StoreFails and what
    FILE_INSPECTORS refuse (a document marked MẬT); then nothing is kept.
    """
    name = safe_name(upload.name or "")
    refuse_size(name, upload.size or 0)
    upload.seek(0)
    return keep_bytes(upload.read(), name, by=by)


def keep_bytes(content: bytes, name: str, *, by: Account | None) -> StoredFile:
    """As keep_file, for bytes at hand."""
    name = safe_name(name)
    refuse_size(name, len(content))
    kind, scan = recognised(name, content), scanner()
    inspect(name, content)
    refuse_infected(name, content, scan)
    made = Content(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=kind.media_type,
        scanned_by=scan.name,
    )
    _store(made, content, name)
    kept, _new = Content.objects.get_or_create(
        sha256=made.sha256,
        defaults={"size": made.size, "media_type": made.media_type, "scanned_by": made.scanned_by},
    )
    return StoredFile.objects.create(content=kept, name=name, kept_by=by)


def _store(made: Content, content: bytes, name: str) -> None:
    try:
        store().put(made.place, content)
    except OSError as fault:
        raise StoreFails(name=name) from fault
