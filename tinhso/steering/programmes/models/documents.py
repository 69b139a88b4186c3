"""A plan's document as it came."""

from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import search_terms

SHA256 = r"^[0-9a-f]{64}$"


class DocumentQuerySet(models.QuerySet["PlanDocument"]):
    """Documents by their words and their use."""

    def matching(self, query: str) -> Self:
        """Those whose title, number or file name holds every word, diacritics or not."""
        found = self
        for term in search_terms(query):
            found = found.filter(folded__contains=term)
        return found

    def newest_first(self) -> Self:
        """By the time of upload."""
        return self.order_by("-uploaded_at", "-pk")


class PlanDocument(models.Model):
    """A document that was read whole. Its bytes lie under ``place``; a document refused leaves none.

    The header's facts are as far as the document gives them: ``issued_day`` may be missing while the month is known.
    """

    name = models.CharField("tên tệp", max_length=255)
    media_type = models.CharField("loại tệp", max_length=100)
    sha256 = models.CharField("mã băm SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("dung lượng, byte")
    title = models.CharField("tên văn bản")
    parent_body = models.CharField("cơ quan chủ quản", blank=True)
    body = models.CharField("cơ quan ban hành", blank=True)
    number = models.CharField("số", blank=True)
    symbol = models.CharField("ký hiệu", blank=True)
    place_name = models.CharField("địa danh", blank=True)
    issued_day = models.PositiveSmallIntegerField("ngày ban hành", null=True, blank=True)
    issued_month = models.PositiveSmallIntegerField("tháng ban hành", null=True, blank=True)
    issued_year = models.PositiveSmallIntegerField("năm ban hành", null=True, blank=True)
    kind = models.CharField("loại văn bản", blank=True)
    subject = models.TextField("trích yếu", blank=True)
    signer_authority = models.CharField("quyền hạn người ký", blank=True)
    signer_post = models.CharField("chức vụ người ký", blank=True)
    signer_name = models.CharField("người ký", blank=True)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name="thay cho"
    )
    uploaded_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đưa vào"
    )
    uploaded_at = models.DateTimeField("đưa vào lúc", auto_now_add=True)
    folded = models.TextField(editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ("-uploaded_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="document_sha256_is_hex",
                condition=Q(sha256__regex=SHA256),
                violation_error_message="Mã băm SHA-256 gồm 64 chữ số thập lục phân.",
            ),
            models.CheckConstraint(
                name="document_day_is_possible",
                condition=(Q(issued_day__isnull=True) | Q(issued_day__gte=1, issued_day__lte=31))
                & (Q(issued_month__isnull=True) | Q(issued_month__gte=1, issued_month__lte=12)),
                violation_error_message="Ngày, tháng ban hành không có thật.",
            ),
            models.CheckConstraint(
                name="document_supersedes_another",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                violation_error_message="Văn bản không thay cho chính nó.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> Path:
        """Where the bytes lie."""
        return place_of(self.sha256)


def documents() -> Path:
    """The folder of all documents' bytes."""
    return Path(settings.HOME) / "documents"


def place_of(sha256: str) -> Path:
    """The file that holds the bytes of this digest."""
    return documents() / sha256[:2] / sha256
