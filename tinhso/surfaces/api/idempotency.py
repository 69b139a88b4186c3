"""A POST with an Idempotency-Key is done once, however often it is sent; its answer is given again for a day."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tinhso.kernel.accounts.standing import person
from tinhso.surfaces.api.models import StoredAnswer
from tinhso.surfaces.api.refusals import BadKey, KeyBusy, KeyUsed

_KEPT = timedelta(hours=24)
#: After so long the first one must have died; what it did was undone with it.
_DEAD = timedelta(minutes=2)
_LONGEST = 200
_HEADERS = ("Content-Type", "ETag", "Location")
_FIRST_ERROR = 400


def once(request: HttpRequest, do: Callable[[], HttpResponse]) -> HttpResponse:
    """What ``do`` answers, done once for the key. Raises BadKey, KeyUsed, KeyBusy."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return do()
    if not 1 <= len(key) <= _LONGEST:
        raise BadKey
    row = _claimed(request, key, _fingerprint(request))
    if row.status is not None:
        return _again(row)
    return _done(row, do)


def _claimed(request: HttpRequest, key: str, fingerprint: str) -> StoredAnswer:
    """The row of the key, ours to fill, or already filled."""
    now, account = timezone.now(), person(request)
    StoredAnswer.objects.filter(account=account, begun_at__lt=now - _KEPT).delete()
    StoredAnswer.objects.filter(account=account, key=key, status=None, begun_at__lt=now - _DEAD).delete()
    try:
        with transaction.atomic():
            return StoredAnswer.objects.create(account=account, key=key, fingerprint=fingerprint, begun_at=now)
    except IntegrityError:
        row = StoredAnswer.objects.filter(account=account, key=key).first()
    if row is not None and row.fingerprint != fingerprint:
        raise KeyUsed
    if row is None or row.status is None:
        raise KeyBusy
    return row


def _done(row: StoredAnswer, do: Callable[[], HttpResponse]) -> HttpResponse:
    """The deed and its answer are one transaction: a process killed between leaves neither."""
    kept = False
    try:
        with transaction.atomic():
            response = do()
            kept = response.status_code < _FIRST_ERROR
            if kept:
                row.status, row.content = response.status_code, response.content.decode()
                row.headers = {name: response[name] for name in _HEADERS if name in response}
                row.save()
            else:
                transaction.set_rollback(True)
    finally:
        if not kept:
            # Nothing was done: the same key may try again.
            row.delete()
    return response


def _again(row: StoredAnswer) -> HttpResponse:
    response = HttpResponse(row.content, status=row.status, headers=row.headers)
    response["Idempotency-Replayed"] = "true"
    return response


def _fingerprint(request: HttpRequest) -> str:
    sent = f"{request.method} {request.get_full_path()}\n{request.content_type}\n".encode()
    digest = hashlib.sha256(sent)
    for piece in _form(request) if request.content_type == "multipart/form-data" else (request.body,):
        digest.update(piece)
    return digest.hexdigest()


def _form(request: HttpRequest) -> Iterator[bytes]:
    """What a form with files holds: each sending draws its boundaries anew, and a file may be larger than a body."""
    yield repr(sorted(request.POST.lists())).encode()
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            yield repr((name, file.name, file.size)).encode()
            yield from file.chunks()
            file.seek(0)
