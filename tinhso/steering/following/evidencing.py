"""Evidence as people hand it in, kept with the deed it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.steering.following.models import Deed, Evidence


@dataclass(frozen=True, slots=True)
class Proof:
    """One of: a file that is kept, an issued document, a link."""

    file: StoredFile | None = None
    document: IssuedDocument | None = None
    link: str = ""


def add_proofs(deed: Deed, proofs: Iterable[Proof]) -> None:
    """The evidence as rows of the deed."""
    Evidence.objects.bulk_create(
        Evidence(deed_id=deed.pk, file=proof.file, document=proof.document, link=proof.link) for proof in proofs
    )
