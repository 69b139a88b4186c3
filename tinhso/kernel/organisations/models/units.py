"""A unit and its versions."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Value

from tinhso.kernel.organisations.models.reorganisations import Reorganisation
from tinhso.kernel.organisations.models.validity import ValidityQuerySet, ends_after_it_begins
from tinhso.lib.text import search_terms


class Subtree(models.Func):
    """The ids of a unit and of everything under it on a day: ``Subtree(unit id, day)``; alike on both databases."""

    template = """
        WITH RECURSIVE asked(root, day) AS (SELECT %(expressions)s), below(id) AS (
            SELECT CAST(root AS bigint) FROM asked
            UNION
            SELECT version.unit_id FROM organisations_unitversion version
            JOIN below ON version.parent_id = below.id
            JOIN asked ON version.valid_from <= asked.day
                AND (version.valid_to IS NULL OR version.valid_to > asked.day)
        ) SELECT id FROM below
    """


class Kind(models.TextChoices):
    """What sort of body a unit is."""

    PROVINCE = "province", "Tỉnh"
    COMMITTEE = "committee", "Ban chỉ đạo"
    DEPARTMENT = "department", "Sở và cơ quan tương đương"
    AGENCY = "agency", "Cơ quan khác thuộc UBND tỉnh"
    SERVICE = "service", "Đơn vị sự nghiệp"
    FORCE = "force", "Công an, quân sự"
    CITY = "city", "Thành phố thuộc tỉnh"
    TOWN = "town", "Thị xã"
    DISTRICT = "district", "Huyện"
    WARD = "ward", "Phường"
    TOWNSHIP = "township", "Thị trấn"
    COMMUNE = "commune", "Xã"
    CENTRAL = "central", "Cơ quan trung ương, ngành dọc"
    OUTSIDE = "outside", "Tổ chức ngoài bộ máy nhà nước"


#: The kinds that have a People's Committee at the level between province and commune (until 30/6/2025).
DISTRICT_KINDS = (Kind.CITY, Kind.TOWN, Kind.DISTRICT)
COMMUNE_KINDS = (Kind.WARD, Kind.TOWNSHIP, Kind.COMMUNE)
#: Bodies that the province does not direct: somebody inside reports for them.
OUTSIDE_KINDS = (Kind.CENTRAL, Kind.OUTSIDE)


def subtree(root: "Unit", day: date) -> Subtree:
    """For ``unit_id__in=``: the unit and everything under it on that day, without a query of its own."""
    return Subtree(Value(root.pk), Value(day, output_field=models.DateField()), output_field=models.BigIntegerField())


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units by their place in the tree of a day."""

    def in_subtree(self, root: "Unit", day: date) -> Self:
        """The unit and everything under it on that day, in one SQL."""
        return self.filter(id__in=subtree(root, day))


class VersionQuerySet(ValidityQuerySet["UnitVersion"]):
    """Versions by day, kind and words."""

    def of_kinds(self, *kinds: Kind) -> Self:
        """Only these sorts of bodies."""
        return self.filter(kind__in=kinds)

    def in_subtree(self, root: "Unit", day: date) -> Self:
        """Those of the unit and everything under it on that day."""
        return self.valid_on(day).filter(unit_id__in=subtree(root, day))

    def matching(self, query: str) -> Self:
        """Those whose name or short name holds every word, diacritics or not."""
        found = self
        for term in search_terms(query):
            found = found.filter(folded__contains=term)
        return found

    def in_order(self) -> Self:
        """By the Vietnamese alphabet."""
        return self.order_by("sort_key", "pk")


class Unit(models.Model):
    """An organisation as an identity that lasts through renames and new parents. ``key`` never changes."""

    key = models.SlugField("mã bền", max_length=80, unique=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key


class UnitVersion(models.Model):
    """What a unit is called, what sort of body it is and where it stands, for a time.

    Two versions of one unit never hold on the same day (the database keeps this, see the first migration).
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="versions", verbose_name="đơn vị")
    name = models.CharField("tên", max_length=255)
    short_name = models.CharField("tên viết tắt", max_length=120, blank=True)
    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    official_code = models.CharField("mã đơn vị hành chính", max_length=20, blank=True)
    parent = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="child_versions", verbose_name="đơn vị cấp trên"
    )
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến trước ngày", null=True, blank=True)
    begun_by = models.ForeignKey(
        Reorganisation, models.PROTECT, null=True, blank=True, related_name="versions_begun", verbose_name="theo"
    )
    ended_by = models.ForeignKey(
        Reorganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="versions_ended",
        verbose_name="kết thúc theo",
    )
    folded = models.CharField(max_length=400, editable=False)
    sort_key = models.CharField(max_length=2100, editable=False)
    recorded_at = models.DateTimeField("ghi nhận lúc", auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "tên và vị trí của đơn vị"
        verbose_name_plural = "tên và vị trí của đơn vị"
        ordering = ("unit", "valid_from")
        constraints = (
            ends_after_it_begins("unit_version_ends_after_it_begins"),
            models.CheckConstraint(
                name="unit_version_is_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("unit")),
                violation_error_message="Đơn vị không thể là cấp trên của chính nó.",
            ),
            models.CheckConstraint(
                name="unit_version_kind_is_known",
                condition=models.Q(kind__in=Kind.values),
                violation_error_message="Loại đơn vị không có trong danh mục.",
            ),
            models.UniqueConstraint(fields=("unit", "valid_from"), name="unit_version_begins_once"),
        )
        indexes = (
            models.Index(fields=("valid_from", "valid_to"), name="unit_version_days"),
            models.Index(fields=("parent", "valid_from"), name="unit_version_parent"),
        )

    def __str__(self) -> str:
        return self.name

    def holds_on(self, day: date) -> bool:
        """Whether the version holds on that day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    @property
    def is_outside(self) -> bool:
        """Whether the body stands outside what the province directs."""
        return self.kind in OUTSIDE_KINDS
