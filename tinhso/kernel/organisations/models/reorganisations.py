"""A decision that changes organisations, and who follows whom."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q


class Reorganisation(models.Model):
    """One decision with one day of effect: merger, split, rename, end, transfer of a function."""

    key = models.SlugField("mã bền", max_length=80, unique=True)
    title = models.CharField("nội dung", max_length=255)
    number = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=160, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    effective_on = models.DateField("ngày có hiệu lực")
    source = models.TextField("nguồn", blank=True)
    recorded_at = models.DateTimeField("ghi nhận lúc", auto_now_add=True)

    class Meta:
        verbose_name = "quyết định sắp xếp"
        verbose_name_plural = "quyết định sắp xếp"
        ordering = ("effective_on", "key")
        constraints = (
            models.CheckConstraint(
                name="reorganisation_is_issued_before_effect",
                condition=Q(issued_on__isnull=True) | Q(issued_on__lte=F("effective_on")),
                violation_error_message="Ngày ban hành không được sau ngày có hiệu lực.",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Succession(models.Model):
    """What a decision did with one unit: who follows it, with what share of it, for which function.

    ``share`` is the part of the predecessor that goes to the successor (1 = all), null when it is not known.
    Without a successor the predecessor was dissolved.
    """

    class Manner(models.TextChoices):
        """How the successor follows."""

        MERGE = "merge", "Hợp nhất, sáp nhập"
        SPLIT = "split", "Chia, tách"
        TRANSFER = "transfer", "Chuyển chức năng, nhiệm vụ"
        DISSOLVE = "dissolve", "Giải thể, kết thúc hoạt động"

    reorganisation = models.ForeignKey(
        Reorganisation, models.CASCADE, related_name="successions", verbose_name="quyết định"
    )
    manner = models.CharField("cách thức", max_length=10, choices=Manner.choices)
    predecessor = models.ForeignKey(
        "organisations.Unit", models.PROTECT, related_name="followed_by", verbose_name="đơn vị cũ"
    )
    successor = models.ForeignKey(
        "organisations.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follows",
        verbose_name="đơn vị kế tiếp",
    )
    share = models.DecimalField(
        "phần chuyển sang",
        max_digits=7,
        decimal_places=6,
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(1)),
    )
    function = models.CharField("chức năng chuyển", max_length=255, blank=True)

    class Meta:
        verbose_name = "kế thừa"
        verbose_name_plural = "kế thừa"
        ordering = ("reorganisation", "predecessor", "pk")
        constraints = (
            models.CheckConstraint(
                name="succession_share_is_a_part",
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=1),
                violation_error_message="Phần chuyển sang phải lớn hơn 0 và không quá 1.",
            ),
            models.CheckConstraint(
                name="succession_dissolves_or_has_successor",
                condition=Q(manner="dissolve", successor__isnull=True)
                | (~Q(manner="dissolve") & Q(successor__isnull=False)),
                violation_error_message="Giải thể thì không có đơn vị kế tiếp; các cách khác phải có.",
            ),
            models.CheckConstraint(
                name="succession_is_between_two_units",
                condition=Q(successor__isnull=True) | ~Q(successor=F("predecessor")),
                violation_error_message="Đơn vị không kế tiếp chính nó.",
            ),
            models.UniqueConstraint(
                fields=("reorganisation", "predecessor", "successor", "function"),
                name="succession_is_told_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor or '∅'}"

    @property
    def percent(self) -> Decimal | None:
        """The share in percent, None when it is not known."""
        return None if self.share is None else (self.share * 100).normalize()
