"""Nhật ký for administrators: its entries, and whether its chain is whole."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.asking import Question
from tinhso.kernel.audit.models import Entry, Verification
from tinhso.kernel.audit.models import Verb as Deed
from tinhso.kernel.audit.notes import note
from tinhso.kernel.audit.queue import verify_log
from tinhso.kernel.audit.verifying import ask
from tinhso.surfaces.api.audit_shapes import (
    ChainShown,
    EntryQuery,
    EntryShown,
    HeadSent,
    VerificationShown,
    entry_shown,
    verification_shown,
)
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_WALKS = "/audit/verifications"


@router.get("/audit/entries", response=Page[EntryShown], url_name="entries", summary="Các mục nhật ký")
def list_entries(request: HttpRequest, *, asked: Query[EntryQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """The newest first. What a program reads it takes away, so each page that is read is itself recorded."""
    require(request, Verb.READ_AUDIT)
    rows = Question(**asked.dict()).narrow(Entry.objects.all())
    found = page(rows, ("-id",), query=paging, request=request, show=entry_shown)
    said = {name: str(value) for name, value in asked.dict().items() if value}
    note(Deed.EXPORT, Entry(), facts={"kind": "api", "filter": said, "entries": _count(found["items"])})
    return found


@router.get("/audit/entries/{int:entry}", response=EntryShown, url_name="entry", summary="Một mục nhật ký")
def get_entry(request: HttpRequest, entry: int) -> EntryShown:
    """One entry with everything that the seal covers."""
    require(request, Verb.READ_AUDIT)
    return entry_shown(get_object_or_404(Entry, pk=entry))


@router.get("/audit/chain", response=ChainShown, url_name="chain", summary="Mục cuối trong chuỗi nhật ký")
def get_chain(request: HttpRequest) -> ChainShown:
    """The head to be noted elsewhere: sent with a later verification it shows also whether the end was cut."""
    require(request, Verb.READ_AUDIT)
    last = Entry.objects.sealed().last()
    return ChainShown(head=f"{last.sequence}:{last.hash}" if last else None, unsealed=Entry.objects.unsealed().count())


@router.get(_WALKS, response=Page[VerificationShown], url_name="verifications", summary="Các lần kiểm tra nhật ký")
def list_verifications(request: HttpRequest, paging: Query[PageQuery]) -> dict[str, object]:
    """The newest first, those that wait or run among them."""
    require(request, Verb.READ_AUDIT)
    rows = Verification.objects.select_related("asked_by")
    return page(rows, ("-id",), query=paging, request=request, show=verification_shown)


@router.post(
    _WALKS,
    response={200: VerificationShown, 201: VerificationShown},
    url_name="verify_log",
    summary="Kiểm tra nhật ký",
)
def send_verification(request: HttpRequest, sent: HeadSent) -> Status[VerificationShown]:
    """A walk over the whole chain begins in the background (201); one that waits or runs serves everybody (200)."""
    asked, new = ask(by=require(request, Verb.READ_AUDIT), expected=sent.expected)
    if new:
        verify_log.enqueue(asked.pk)
    return Status(201 if new else 200, verification_shown(asked))


@router.get(
    f"{_WALKS}/{{int:verification}}",
    response=VerificationShown,
    url_name="verification",
    summary="Một lần kiểm tra nhật ký",
)
def get_verification(request: HttpRequest, verification: int) -> VerificationShown:
    """How far it is, and what it found."""
    require(request, Verb.READ_AUDIT)
    return verification_shown(get_object_or_404(Verification.objects.select_related("asked_by"), pk=verification))


def _count(items: object) -> int:
    return len(items) if isinstance(items, list) else 0
