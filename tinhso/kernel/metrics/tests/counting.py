"""Metrics as a register would declare them: of the documents that units have issued, how many came with their file."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.opening import START, Opened, open_records
from tinhso.kernel.metrics.recipes import Metric, Recipe, Records, Scope
from tinhso.kernel.organisations.models import Unit

YEAR = Scope(date(2022, 1, 1), date(2022, 12, 31))


def issued(scope: Scope) -> "QuerySet[IssuedDocument]":
    return IssuedDocument.objects.filter(issued_on__range=(scope.first, scope.last))


def with_file(scope: Scope) -> "QuerySet[IssuedDocument]":
    return issued(scope).filter(file__isnull=False)


def plans_with_file(scope: Scope) -> "QuerySet[IssuedDocument]":
    return with_file(scope).filter(kind="KH")


ISSUED = Records(
    model=IssuedDocument,
    rows=issued,
    unit="issuing_unit",
    columns=("kind", "number", "issued_on", "signer"),
    personal=("signer",),
)
FIRST = Recipe(
    version=1,
    since=date(2022, 1, 1),
    words="Văn bản có tệp trên văn bản đã ban hành",
    numerator=replace(ISSUED, rows=with_file),
    denominator=ISSUED,
)
#: It takes effect backwards: also spans that were counted already may be counted anew by it.
SECOND = replace(FIRST, version=2, words="Chỉ tính kế hoạch", numerator=replace(ISSUED, rows=plans_with_file))
METRIC = Metric(code="van-ban-co-tep", name="Văn bản có tệp", counts="Văn bản đã ban hành", versions=(FIRST,))
CHANGED = replace(METRIC, versions=(FIRST, SECOND))


def document(at: Unit, number: str, *, kind: str = "KH", file: StoredFile | None = None) -> IssuedDocument:
    """Issued by the unit on 05/5/2022."""
    facts = {"kind": kind, "number": number, "issued_on": date(2022, 5, 5), "issuer": at.key, "subject": "Về việc mẫu"}
    return IssuedDocument.objects.create(**facts, issuing_unit=at, signer="Nguyễn Văn Ký", file=file)


def every(count: Count, side: str, by: Account, *, metric: Metric = METRIC, unit: int | None = None) -> list[Opened]:
    """All pages, two records each."""
    found: list[Opened] = []
    after = START
    while True:
        leaf = open_records(metric, count, side, by=by, unit=unit, after=after, most=2)
        found += leaf.records
        if leaf.after is None:
            return found
        after = leaf.after
