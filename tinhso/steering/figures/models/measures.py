"""How an indicator is measured."""

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.figures.levels import Level
from tinhso.steering.programmes.models import Acceptance, Indicator

_LEVEL = "|".join(Level.values)


class Measure(models.Model):
    """How an indicator is measured: proposed from its targets until the department in charge accepts or corrects it.

    ``levels`` names the levels whose figures make up the province's, joined by commas: units of two levels that
    count the same people must not both be added. Where it is ``taken_from`` another indicator, values are given there
    once and count here too, at this measure's levels and from this indicator's days.
    """

    class Kind(models.TextChoices):
        """What a unit gives. An answer yes or no is kept as 1 or 0 of 1, so that it adds up as a ratio does."""

        RATIO = "ratio", "Tỷ lệ (tử số, mẫu số)"
        NUMBER = "number", "Số"
        YES_NO = "yes_no", "Có hoặc không"
        DAY = "day", "Ngày"
        WORDS = "words", "Mô tả bằng lời"

    class Aggregation(models.TextChoices):
        """What the province's figure is made from."""

        SUM = "sum", "Cộng các đơn vị"
        LATEST = "latest", "Lấy số mới nhất"
        NONE = "none", "Không cộng được"

    class Timing(models.TextChoices):
        """What a span of days means."""

        CUMULATIVE = "cumulative", "Lũy kế đến ngày"
        IN_PERIOD = "in_period", "Phát sinh trong kỳ"

    class Better(models.TextChoices):
        """Which way is good."""

        UP = "up", "Tăng là tốt"
        DOWN = "down", "Giảm là tốt"

    indicator = models.OneToOneField(
        Indicator, models.CASCADE, primary_key=True, related_name="measure", verbose_name="chỉ tiêu"
    )
    kind = models.CharField("loại số liệu", max_length=10, choices=Kind.choices)
    aggregation = models.CharField(
        "số của toàn tỉnh", max_length=10, choices=Aggregation.choices, default=Aggregation.SUM
    )
    timing = models.CharField("cách tính kỳ", max_length=10, choices=Timing.choices, default=Timing.CUMULATIVE)
    better = models.CharField("chiều tốt", max_length=4, choices=Better.choices, default=Better.UP)
    share_of_whole = models.BooleanField("tử số là một phần của mẫu số", default=False)
    levels = models.CharField("cấp cho số liệu", max_length=60)
    taken_from = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="takers", verbose_name="lấy số từ"
    )
    acceptance = models.CharField(
        "tình trạng duyệt", max_length=10, choices=Acceptance.choices, default=Acceptance.PROPOSED
    )
    accepted_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người chấp nhận"
    )
    accepted_at = models.DateTimeField("chấp nhận lúc", null=True, blank=True)
    version = models.PositiveIntegerField("phiên bản", default=1)

    class Meta:
        verbose_name = "cách đo chỉ tiêu"
        verbose_name_plural = "cách đo chỉ tiêu"
        constraints = (
            models.CheckConstraint(
                name="measure_levels_are_known",
                condition=Q(levels__regex=rf"^({_LEVEL})(,({_LEVEL}))*$"),
                violation_error_message="Phải chọn ít nhất một cấp cho số liệu.",
            ),
            models.CheckConstraint(
                name="measure_words_do_not_add_up",
                condition=~Q(kind__in=("day", "words")) | Q(aggregation="none"),
                violation_error_message="Ngày và mô tả bằng lời không cộng được thành số của toàn tỉnh.",
            ),
            models.CheckConstraint(
                name="measure_share_is_a_ratio",
                condition=Q(share_of_whole=False) | Q(kind__in=("ratio", "yes_no")),
                violation_error_message="Chỉ tỷ lệ mới có tử số là một phần của mẫu số.",
            ),
            models.CheckConstraint(
                name="measure_is_not_taken_from_itself",
                condition=Q(taken_from__isnull=True) | ~Q(taken_from=F("indicator")),
                violation_error_message="Chỉ tiêu không lấy số từ chính nó.",
            ),
            models.CheckConstraint(
                name="measure_acceptance_has_time",
                condition=Q(acceptance="proposed", accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(acceptance__in=("accepted", "corrected"), accepted_at__isnull=False),
                violation_error_message="Cách đo đã chấp nhận hoặc đã sửa phải ghi lúc nào; đề xuất thì không.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_timing_display().lower()}"

    @property
    def reporting(self) -> tuple[str, ...]:
        """The levels whose figures make up the province's."""
        return tuple(self.levels.split(","))

    @property
    def adding(self) -> tuple[str, ...]:
        """The same where figures add up at all; else none."""
        return () if self.aggregation == self.Aggregation.NONE else self.reporting

    @property
    def is_ratio(self) -> bool:
        """Whether values have a numerator and a denominator."""
        return self.kind in (self.Kind.RATIO, self.Kind.YES_NO)

    @property
    def is_number(self) -> bool:
        """Whether values can be compared with a target."""
        return self.is_ratio or self.kind == self.Kind.NUMBER

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.acceptance == Acceptance.PROPOSED
