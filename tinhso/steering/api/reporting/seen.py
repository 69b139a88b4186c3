"""Rounds and reports as a caller may see them: those of the programmes that he may read."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.api.seen import seen_programmes
from tinhso.steering.following.hands import Hand
from tinhso.steering.reporting.fetching import reports_with_rounds, rounds_with_asks
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.rights import ReportPart, part_in_report


def hand(request: HttpRequest) -> Hand:
    """The caller, acting once; what is sent twice is told by its Idempotency-Key."""
    return Hand(person(request))


def seen_round(request: HttpRequest, key: int) -> Round:
    """A round that asks about one of his programmes, or 404."""
    found = rounds_with_asks().filter(asks__programme__in=seen_programmes(request)).distinct()
    return get_object_or_404(found, pk=key)


def seen_report(request: HttpRequest, key: int) -> Report:
    """A report of such a round, or 404."""
    found = reports_with_rounds().filter(round__asks__programme__in=seen_programmes(request)).distinct()
    return get_object_or_404(found, pk=key)


def part_of(request: HttpRequest, report: Report) -> ReportPart:
    """What the caller is to the report."""
    return part_in_report(report, person(request), timezone.localdate())


def own_file(request: HttpRequest, key: int | None) -> StoredFile | None:
    """A file that the caller handed in, or 404; None where none is meant."""
    return get_object_or_404(StoredFile, pk=key, kept_by=person(request)) if key is not None else None
