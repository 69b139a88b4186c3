"""A value of an indicator, and values by what is asked of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models.measures import Measure
from tinhso.steering.programmes.models import Indicator, Programme

#: The order in which a later value takes the place of an earlier one. Of two that end on one day the longer span
#: stands, of two sources the one recorded first: which is right, a person decides.
_LATEST_FIRST = (F("to_on").desc(), F("from_on").asc(), F("pk").asc())


class ValueQuerySet(models.QuerySet["Value"]):
    """Values by what is asked of them. Every method is one condition of one SQL."""

    def known_at(self, moment: datetime | None = None) -> Self:
        """What stood recorded at the moment (None: now): not corrected by then, not withdrawn."""
        if moment is None:
            return self.filter(superseded_at__isnull=True, withdrawn=False)
        standing = Q(superseded_at__isnull=True) | Q(superseded_at__gt=moment)
        return self.filter(standing, recorded_at__lte=moment, withdrawn=False)

    def up_to(self, day: date) -> Self:
        """Those whose span has ended by the day."""
        return self.filter(to_on__lte=day)

    def of_programme(self, programme: Programme) -> Self:
        """Those of the programme's present indicators."""
        return self.filter(indicator__programme=programme, indicator__withdrawn_at=None)

    def counted_in(self, programme: Programme) -> Self:
        """Those that the programme's present indicators count: their own, and those that they take from others."""
        present = Indicator.objects.current().filter(programme=programme).order_by().values("pk")
        elsewhere = Measure.objects.filter(indicator__in=present).exclude(taken_from=None).values("taken_from")
        return self.filter(Q(indicator__in=present) | Q(indicator__in=elsewhere))

    def of_indicator(self, indicator: Indicator) -> Self:
        """Those that the indicator counts: its own, or those of the indicator that it is taken from."""
        elsewhere = Measure.objects.filter(indicator=indicator).values("taken_from")
        return self.filter(indicator_id=Coalesce(Subquery(elsewhere), indicator.pk))

    def in_cell(self, value: "Value") -> Self:
        """All that was ever said, by any source, of the value's cell."""
        return self.filter(indicator=value.indicator_id, unit=value.unit_id, from_on=value.from_on, to_on=value.to_on)

    def of_units(self, units: Iterable[int]) -> Self:
        """Those of these units."""
        return self.filter(unit__in=units)

    def latest_of_each_unit(self, most: int = 1) -> Self:
        """So many of each unit and indicator, the latest first; ``place`` 1 is the latest."""
        place = Window(RowNumber(), partition_by=[F("indicator"), F("unit")], order_by=_LATEST_FIRST)
        return self.annotate(place=place).filter(place__lte=most).order_by("indicator", "unit", "place")

    def newest_first(self) -> Self:
        """By the moment of recording."""
        return self.order_by("-recorded_at", "-pk")


#: Column → how it says nothing.
_EMPTY = {
    "numerator": Q(numerator__isnull=True),
    "denominator": Q(denominator__isnull=True),
    "number": Q(number__isnull=True),
    "day": Q(day__isnull=True),
    "answer": Q(answer=""),
    "not_applicable": Q(not_applicable=False),
    "withdrawn": Q(withdrawn=False),
}


def _only(*said: str) -> Q:
    """True when these columns say something and all others nothing."""
    condition = Q()
    for column, empty in _EMPTY.items():
        condition &= ~empty if column in said else empty
    return condition


class Value(models.Model):
    """What a unit's indicator was over the days [``from_on``, ``to_on``], as one source says; never changed.

    A figure that holds as of a day has that day for both. A correction is another value that points at what it
    ``corrects``; the corrected one gets ``superseded_at``, so that it can be told what was known at any moment. A
    ``withdrawn`` correction says that there is no figure after all. ``level`` is the unit's on ``to_on``.
    """

    recorded_in_bulk: ClassVar[str] = "Nobody changes a value; it says itself who gave it, when and from which line."

    class Source(models.TextChoices):
        """Where a value comes from."""

        ENTERED = "entered", "Cán bộ nhập"
        COUNTED = "counted", "Hệ thống đếm"
        IMPORTED = "imported", "Nạp từ tệp"

    # The indexes below begin with the indicator or the unit; one of either alone would only cost.
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="values", verbose_name="chỉ tiêu", db_index=False
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="values", verbose_name="đơn vị", db_index=False)
    level = models.CharField("cấp", max_length=10, choices=Level.choices)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    numerator = models.DecimalField("tử số", max_digits=30, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField("mẫu số", max_digits=30, decimal_places=6, null=True, blank=True)
    number = models.DecimalField("số", max_digits=30, decimal_places=6, null=True, blank=True)
    day = models.DateField("ngày", null=True, blank=True)
    answer = models.TextField("trả lời bằng lời", blank=True)
    not_applicable = models.BooleanField("không áp dụng", default=False)
    withdrawn = models.BooleanField("rút số liệu", default=False)
    source = models.CharField("nguồn", max_length=10, choices=Source.choices, default=Source.ENTERED)
    reference = models.CharField("nguồn cụ thể", max_length=300, blank=True)
    note = models.TextField("ghi chú", blank=True)
    file = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tệp minh chứng",
        db_index=False,
    )
    issued = models.ForeignKey(
        IssuedDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="văn bản minh chứng",
        db_index=False,
    )
    # Asked by nothing but the deleting of an account, which is never done where it gave figures.
    entered_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người nhập", db_index=False
    )
    recorded_at = models.DateTimeField("ghi nhận lúc")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="sửa cho"
    )
    superseded_at = models.DateTimeField("thay bằng số khác lúc", null=True, blank=True)

    objects = ValueQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu"
        verbose_name_plural = "số liệu"
        ordering = ("indicator", "unit", "to_on", "pk")
        indexes = (
            models.Index(fields=("indicator", "unit", "to_on"), name="value_of_unit_by_day"),
            models.Index(fields=("indicator", "recorded_at"), name="value_by_moment"),
            models.Index(fields=("unit", "recorded_at"), name="value_of_unit_by_moment"),
            # Few figures have a paper behind them.
            models.Index(fields=("file",), condition=Q(file__isnull=False), name="value_by_file"),
            models.Index(fields=("issued",), condition=Q(issued__isnull=False), name="value_by_issued"),
        )
        constraints = (
            models.CheckConstraint(
                name="value_says_one_thing",
                condition=_only("numerator", "denominator")
                | _only("number")
                | _only("day")
                | _only("answer")
                | _only("not_applicable")
                | _only("withdrawn"),
                violation_error_message="Số liệu là đúng một thứ: tử số và mẫu số, số, ngày, lời, hoặc không áp dụng.",
            ),
            models.CheckConstraint(
                name="value_denominator_is_positive",
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0),
                violation_error_message="Mẫu số phải lớn hơn 0.",
            ),
            models.CheckConstraint(
                name="value_numerator_is_not_negative",
                condition=Q(numerator__isnull=True) | Q(numerator__gte=0),
                violation_error_message="Tử số không được âm.",
            ),
            models.CheckConstraint(
                name="value_ends_after_it_begins",
                condition=Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày cuối kỳ không được trước ngày đầu kỳ.",
            ),
            models.CheckConstraint(
                name="value_level_is_known",
                condition=Q(level__in=Level.values),
                violation_error_message="Cấp của đơn vị không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="value_from_elsewhere_says_whence",
                condition=Q(source="entered") | (Q(source__in=("counted", "imported")) & ~Q(reference="")),
                violation_error_message="Số đếm hoặc nạp từ tệp phải ghi nguồn cụ thể.",
            ),
            models.CheckConstraint(
                name="value_withdrawn_corrects",
                condition=Q(withdrawn=False) | Q(corrects__isnull=False),
                violation_error_message="Chỉ rút được số liệu đã ghi.",
            ),
            models.CheckConstraint(
                name="value_superseded_after_recorded",
                condition=Q(superseded_at__isnull=True) | Q(superseded_at__gte=F("recorded_at")),
                violation_error_message="Số liệu không bị thay trước khi được ghi.",
            ),
            models.UniqueConstraint(
                fields=("indicator", "unit", "from_on", "to_on", "source"),
                # What a person has corrected a source may say anew: then both stand, for a person to decide.
                condition=Q(corrects__isnull=True, superseded_at__isnull=True),
                name="value_given_once",
                violation_error_message="Đơn vị đã có số liệu của kỳ này; hãy sửa số đã có.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.unit_id} {self.to_on}"

    @property
    def stands(self) -> bool:
        """Whether it is what its source says now: nothing has taken its place, and it was not withdrawn."""
        return self.superseded_at is None and not self.withdrawn

    @property
    def is_as_of(self) -> bool:
        """Whether it holds as of one day, not over a span."""
        return self.from_on == self.to_on
