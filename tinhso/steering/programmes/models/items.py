"""What every item that the reader proposes has in common."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account


class Acceptance(models.TextChoices):
    """How far a person stands behind an item."""

    PROPOSED = "proposed", "Đề xuất tự động"
    ACCEPTED = "accepted", "Đã chấp nhận"
    CORRECTED = "corrected", "Đã sửa"


Proposed = TypeVar("Proposed", bound="Item", covariant=True)


class ItemQuerySet(models.QuerySet[Proposed]):
    """Items by acceptance and presence."""

    def current(self) -> Self:
        """Those that the programme still has: not withdrawn by a corrected version."""
        return self.filter(withdrawn_at__isnull=True)

    def proposed(self) -> Self:
        """Those that nobody has accepted yet."""
        return self.filter(acceptance=Acceptance.PROPOSED)

    def in_document_order(self) -> Self:
        """As they stand in the document."""
        return self.order_by("position", "pk")


class Item(models.Model):
    """An item of a programme: proposed by the reader until a person accepts or corrects it.

    ``position`` is its place in the document; ``reading_index`` its place among its kind in the reading of the
    programme's document, by which a corrected version finds it again (null for what a person added, for parts of
    items, and for what a corrected version left out at ``withdrawn_at``; what a person dropped keeps it).
    ``version`` grows with each change so that the second person saving is told.
    """

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, verbose_name="chương trình")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    reading_index = models.PositiveIntegerField("số thứ tự trong kết quả đọc", null=True, blank=True)
    acceptance = models.CharField(
        "tình trạng duyệt", max_length=10, choices=Acceptance.choices, default=Acceptance.PROPOSED
    )
    accepted_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người chấp nhận"
    )
    accepted_at = models.DateTimeField("chấp nhận lúc", null=True, blank=True)
    withdrawn_at = models.DateTimeField("rút lúc", null=True, blank=True)
    version = models.PositiveIntegerField("phiên bản", default=1)

    class Meta:
        abstract = True
        ordering = ("programme", "position", "pk")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                name="%(class)s_acceptance_has_time",
                condition=Q(acceptance="proposed", accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(acceptance__in=("accepted", "corrected"), accepted_at__isnull=False),
                violation_error_message="Mục đã chấp nhận hoặc đã sửa phải ghi lúc nào; mục đề xuất thì không.",
            ),
            models.UniqueConstraint(
                fields=("programme", "reading_index"),
                name="%(class)s_made_once",
                violation_error_message="Mục này của văn bản đã có trong chương trình.",
            ),
        )

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.acceptance == Acceptance.PROPOSED
