"""What a deed leans on: a file, an issued document, or a link."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.steering.following.models.deeds import Deed


class Evidence(models.Model):
    """One piece of evidence of a deed: exactly one of a file, a document, a link."""

    deed = models.ForeignKey(Deed, models.CASCADE, related_name="evidence", verbose_name="việc")
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="evidence", verbose_name="tệp"
    )
    document = models.ForeignKey(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="evidence", verbose_name="văn bản"
    )
    link = models.URLField("liên kết", max_length=500, blank=True)

    class Meta:
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        ordering = ("deed", "pk")
        constraints = (
            models.CheckConstraint(
                name="evidence_is_one_thing",
                condition=Q(file__isnull=False, document__isnull=True, link="")
                | Q(file__isnull=True, document__isnull=False, link="")
                | Q(Q(file__isnull=True, document__isnull=True) & ~Q(link="")),
                violation_error_message="Mỗi minh chứng là đúng một: tệp, văn bản hoặc liên kết.",
            ),
        )

    def __str__(self) -> str:
        return str(self.document or self.file or self.link)
