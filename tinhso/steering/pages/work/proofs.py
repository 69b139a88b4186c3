"""The evidence of a form, kept: files first, so that a file that is refused refuses the whole."""

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.steering.following.evidencing import Proof


def proofs_of(facts: dict[str, Any], *, by: Account) -> tuple[Proof, ...]:
    """Where a document is named the first file is its own. Raises what ``keep_file`` refuses."""
    files = _kept(facts.get("proofs") or (), by)
    document = _document(facts, files[0] if files else None, by) if facts.get("doc_kind") else None
    others = files[1:] if document else files
    documents = [Proof(document=document)] if document else []
    links = [Proof(link=facts["link"])] if facts.get("link") else []
    return (*documents, *(Proof(file=file) for file in others), *links)


def _kept(files: Iterable[UploadedFile[bytes]], by: Account) -> list[StoredFile]:
    return [keep_file(file, by=by) for file in files]


def _document(facts: dict[str, Any], file: StoredFile | None, by: Account) -> IssuedDocument:
    number, _, symbol = str(facts["doc_number"]).partition("/")
    return IssuedDocument.objects.create(
        kind=facts["doc_kind"],
        number=number.strip()[:20],
        symbol=symbol.strip()[:60],
        issued_on=facts["doc_day"],
        issuer=facts["doc_issuer"],
        signer=facts["doc_signer"],
        subject=facts["doc_subject"],
        file=file,
        recorded_by=by,
    )
