"""Evidence as it is sent."""

from typing import ClassVar

from django.http import HttpRequest
from django.utils import timezone
from pydantic import Field

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.documents.models import StoredFile
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.evidencing import Proof, citable
from tinhso.surfaces.api.shapes import Sent


class NoSuchEvidence(TinhsoError):
    """What was named as evidence is not there, or is not one thing."""

    code: ClassVar[str] = "no_such_evidence"
    status: ClassVar[int] = 422
    sentence = "Mỗi minh chứng là đúng một: tệp bạn đã gửi lên, văn bản bạn được xem, hoặc liên kết."


class EvidenceSent(Sent):
    """Exactly one of them."""

    file: int | None = Field(None, description="Tệp đã gửi lên ở /files. A file sent to /files before.")
    document: int | None = Field(
        None, description="Văn bản bạn đã ghi hoặc được xem. An issued document that you recorded or may see."
    )
    link: str = Field("", max_length=500, pattern=r"^(https?://\S+)?$")


def proofs_of(request: HttpRequest, sent: list[EvidenceSent]) -> tuple[Proof, ...]:
    """As the actions take it; a file must be one that the caller handed in, a document one that he may see. Raises
    NoSuchEvidence, in the same words for what is not there and for what is not his to see."""
    return tuple(_proof(request, each) for each in sent)


def _proof(request: HttpRequest, each: EvidenceSent) -> Proof:
    if sum((each.file is not None, each.document is not None, bool(each.link))) != 1:
        raise NoSuchEvidence
    account = person(request)
    file = StoredFile.objects.filter(pk=each.file or 0, kept_by=account).first()
    document = citable(account, timezone.localdate()).filter(pk=each.document or 0).first()
    if not (file or document or each.link):
        raise NoSuchEvidence
    return Proof(file=file, document=document, link=each.link)
