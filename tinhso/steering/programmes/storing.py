"""A document and its reading as rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import fold, nfc
from tinhso.steering.intake.reading import Header, Reading
from tinhso.steering.programmes.archive import archived
from tinhso.steering.programmes.models import PlanDocument, StoredReading


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it comes: its name, digest and size, who brought it, and which document it corrects."""

    name: str
    sha256: str
    size: int
    by: Account | None = None
    supersedes: PlanDocument | None = None


def store_document(incoming: Incoming, reading: Reading, *, media_type: str) -> PlanDocument:
    """The document with its reading. The bytes lie in their place before; the caller holds the transaction."""
    document = PlanDocument.objects.create(
        name=incoming.name,
        media_type=media_type,
        sha256=incoming.sha256,
        size=incoming.size,
        supersedes=incoming.supersedes,
        uploaded_by=incoming.by,
        **_facts(reading.header, incoming.name),
    )
    store_reading(document, reading)
    return document


def store_reading(document: PlanDocument, reading: Reading) -> StoredReading:
    """What the reader found, in place of an earlier reading of the same document."""
    stored, _created = StoredReading.objects.update_or_create(
        document=document,
        defaults={
            "text": reading.text,
            "content": archived(reading),
            "coverage": Decimal(str(reading.coverage)).quantize(Decimal("0.00001")),
            "indicator_count": len(reading.indicators),
            "target_count": sum(len(indicator.targets) for indicator in reading.indicators),
            "task_count": len(reading.tasks),
            "duty_count": len(reading.duties),
            "finding_count": len(reading.findings),
            "unplaced_count": len(reading.unplaced),
        },
    )
    return stored


def title_of(header: Header, name: str) -> str:
    """Kind and subject as one line; the file's name when the document has neither.

    A subject in capitals stays so: which of its words are names or abbreviations (5G, IOT) nobody told.
    """
    kind, subject = header.kind or "", header.subject or ""
    if subject.isupper():
        return nfc(f"{kind.upper()} {subject}")
    return nfc(f"{kind.capitalize()} {subject[:1].lower()}{subject[1:]}") or name


def _facts(header: Header, name: str) -> dict[str, Any]:
    title = title_of(header, name)
    date, signer = header.date, header.signer
    return {
        "title": title,
        "parent_body": header.parent_body or "",
        "body": header.body or "",
        "number": header.number or "",
        "symbol": header.symbol or "",
        "place_name": header.place or "",
        "issued_day": date.day if date else None,
        "issued_month": date.month if date else None,
        "issued_year": date.year if date else None,
        "kind": header.kind or "",
        "subject": header.subject or "",
        "signer_authority": (signer.authority if signer else None) or "",
        "signer_post": (signer.post if signer else None) or "",
        "signer_name": (signer.name if signer else None) or "",
        "folded": fold(" ".join((title, header.number or "", header.symbol or "", header.body or "", name))),
    }
