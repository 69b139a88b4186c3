"""A count as it was taken: by which version, when, how much for each unit, and the keys of the records."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.organisations.models import Unit


class CountQuerySet(models.QuerySet["Count"]):
    """Counts by what they are of."""

    def of_scope(self, metric: str, scope: Scope) -> Self:
        """Those of a metric over a span."""
        return self.filter(metric=metric, subject=scope.subject, from_on=scope.first, to_on=scope.last)

    def standing(self) -> Self:
        """Those that no later count has taken the place of."""
        return self.filter(superseded_at__isnull=True)

    def newest_first(self) -> Self:
        """By the moment of counting."""
        return self.order_by("-counted_at", "-pk")


class Count(models.Model):
    """A metric counted once over the days [``from_on``, ``to_on``]; never changed.

    A new count of the same span points at the one that it ``corrects``, with its reason; that one gets
    ``superseded_at``. ``digest`` is of the keys counted for each unit: the same digest is the same count.
    """

    metric = models.CharField("phép đếm", max_length=60)
    version = models.PositiveSmallIntegerField("phiên bản")
    subject = models.CharField("đếm cho", max_length=60, blank=True)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    numerator = models.PositiveBigIntegerField("tử số")
    denominator = models.PositiveBigIntegerField("mẫu số", null=True, blank=True)
    digest = models.CharField("dấu các bản ghi", max_length=64)
    note = models.TextField("lý do đếm lại", blank=True)
    counted_at = models.DateTimeField("đếm lúc")
    counted_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đếm"
    )
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay cho"
    )
    superseded_at = models.DateTimeField("thay bằng lần đếm khác lúc", null=True, blank=True)

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = "lần đếm"
        verbose_name_plural = "lần đếm"
        ordering = ("metric", "to_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("metric", "subject", "from_on", "to_on"),
                condition=Q(corrects__isnull=True),
                name="count_taken_once",
                violation_error_message="Kỳ này đã đếm; lần đếm sau phải thay cho lần trước.",
            ),
            models.CheckConstraint(
                name="count_ends_after_it_begins",
                condition=Q(to_on__gte=F("from_on")),
                violation_error_message="Kỳ đếm không kết thúc trước khi bắt đầu.",
            ),
            models.CheckConstraint(
                name="count_anew_says_why",
                condition=Q(corrects__isnull=True) | ~Q(note=""),
                violation_error_message="Đếm lại phải ghi lý do.",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Metric and version, as a figure names its source: "ke-hoach-dung-han@1"."""
        return f"{self.metric}@{self.version}"

    @property
    def scope(self) -> Scope:
        """What it was taken of."""
        return Scope(self.from_on, self.to_on, self.subject)


class UnitCount(models.Model):
    """What a count found for one unit: as many as its piles hold keys."""

    unrecorded: ClassVar[str] = "is written once with its count, which the log records with the digest of all keys"

    count = models.ForeignKey(Count, models.CASCADE, related_name="units", verbose_name="lần đếm")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    numerator = models.PositiveBigIntegerField("tử số")
    denominator = models.PositiveBigIntegerField("mẫu số", null=True, blank=True)

    class Meta:
        verbose_name = "số đếm của đơn vị"
        verbose_name_plural = "số đếm của đơn vị"
        ordering = ("count", "unit")
        constraints = (
            models.UniqueConstraint(
                fields=("count", "unit"),
                name="unit_counted_once",
                violation_error_message="Mỗi đơn vị một dòng trong một lần đếm.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.count_id} {self.unit_id}"


class Pile(models.Model):
    """The records counted for one unit on one side: their keys in order, and a mark of each as it was shown then.

    Of what stood in the records nothing is kept here: they have their own history, and their own rights.
    """

    class Side(models.TextChoices):
        """Which part of a ratio."""

        NUMERATOR = "numerator", "Tử số"
        DENOMINATOR = "denominator", "Mẫu số"

    unrecorded: ClassVar[str] = "is written once with its count, which the log records with the digest of all keys"

    of = models.ForeignKey(UnitCount, models.CASCADE, related_name="piles", verbose_name="số đếm của đơn vị")
    side = models.CharField("phần", max_length=12, choices=Side.choices)
    keys = models.BinaryField("khóa các bản ghi")
    marks = models.BinaryField("dấu các bản ghi")

    class Meta:
        verbose_name = "bản ghi đã đếm"
        verbose_name_plural = "bản ghi đã đếm"
        ordering = ("of", "side")
        constraints = (
            models.UniqueConstraint(
                fields=("of", "side"),
                name="pile_of_side_once",
                violation_error_message="Mỗi phần của một đơn vị một dòng.",
            ),
            models.CheckConstraint(
                name="pile_side_is_known",
                condition=Q(side__in=("numerator", "denominator")),
                violation_error_message="Bản ghi được đếm vào tử số hoặc mẫu số.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.of_id} {self.side}"
