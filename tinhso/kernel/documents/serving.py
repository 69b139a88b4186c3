"""A stored file as an answer: to be saved, never shown as a page of ours."""

from typing import BinaryIO

from django.http import FileResponse

from tinhso.kernel.documents.checking.refusals import ContentLost, StoreFails
from tinhso.kernel.documents.models import StoredFile
from tinhso.kernel.documents.stores.store import store


def open_file(stored: StoredFile) -> BinaryIO:
    """Its bytes. Raises ContentLost, StoreFails."""
    try:
        return store().open(stored.content.place)
    except FileNotFoundError as fault:
        raise ContentLost(name=stored.name) from fault
    except OSError as fault:
        raise StoreFails(name=stored.name) from fault


def file_response(stored: StoredFile) -> FileResponse:
    """The file for whoever the caller has found to be allowed. Raises ContentLost, StoreFails.

    A browser must neither guess another kind nor run anything of it, hence the sandbox and the attachment.
    """
    answer = FileResponse(
        open_file(stored), as_attachment=True, filename=stored.name, content_type=stored.content.media_type
    )
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
