"""One reading of a document into a programme."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models.programme import Programme


class Revision(models.Model):
    """One reading of a document into a programme: number 0 made it, each later one changed it.

    A document starts at most one programme: the database refuses the second click. ``changes`` archives what the
    comparison showed when it was applied.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="revisions", verbose_name="chương trình")
    number = models.PositiveSmallIntegerField("lần")
    document = models.ForeignKey(
        "programmes.PlanDocument", models.PROTECT, related_name="revisions", verbose_name="văn bản"
    )
    changes = models.JSONField("thay đổi", default=list)
    applied_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người áp dụng"
    )
    applied_at = models.DateTimeField("áp dụng lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lần đọc vào chương trình"
        verbose_name_plural = "lần đọc vào chương trình"
        ordering = ("programme", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "number"),
                name="revision_number_once",
                violation_error_message="Chương trình đã có lần đọc này.",
            ),
            models.UniqueConstraint(
                fields=("document",),
                condition=Q(number=0),
                name="revision_document_starts_once",
                violation_error_message="Văn bản này đã lập thành chương trình.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.programme}, lần {self.number}"
