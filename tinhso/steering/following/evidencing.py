"""Evidence as people hand it in, kept with the deed it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import Deed, Evidence
from tinhso.steering.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Proof:
    """One of: a file that is kept, an issued document, a link."""

    file: StoredFile | None = None
    document: IssuedDocument | None = None
    link: str = ""


def citable(account: Account, day: date) -> QuerySet[IssuedDocument]:
    """The issued documents that the person may lean on: what he recorded himself, and what already shows a deed or a
    figure of a programme that he may read. Of any other he is not even told that it is there."""
    programmes = Programme.objects.visible_to(account, day)
    of_deeds = Evidence.objects.filter(document=OuterRef("pk"), deed__task__programme__in=programmes)
    of_figures = Value.objects.filter(issued=OuterRef("pk"), indicator__programme__in=programmes)
    return IssuedDocument.objects.filter(Q(recorded_by=account) | Exists(of_deeds) | Exists(of_figures))


def add_proofs(deed: Deed, proofs: Iterable[Proof]) -> None:
    """The evidence as rows of the deed."""
    Evidence.objects.bulk_create(
        Evidence(deed_id=deed.pk, file=proof.file, document=proof.document, link=proof.link) for proof in proofs
    )
