"""Groups that a plan names as one ("các sở, ngành") and that mean the units of the day."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.organisations.models.units import Kind, Unit


class Group(models.Model):
    """A set of units, or of their heads, told by rules and expanded on a date."""

    class Members(models.TextChoices):
        """What the group expands to."""

        UNITS = "units", "Các đơn vị"
        HEADS = "heads", "Người đứng đầu các đơn vị"
        UNLISTED = "unlisted", "Tổ chức, cá nhân không lập danh sách"

    key = models.SlugField("mã bền", max_length=80, unique=True)
    name = models.CharField("tên", max_length=255)
    members = models.CharField("gồm", max_length=10, choices=Members.choices, default=Members.UNITS)
    note = models.TextField("ghi chú", blank=True)
    folded = models.CharField(max_length=255, editable=False)

    class Meta:
        verbose_name = "nhóm đơn vị"
        verbose_name_plural = "nhóm đơn vị"
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name


class GroupRule(models.Model):
    """One line of a group: all units of a kind, one unit, or another group; added or left out."""

    class Effect(models.TextChoices):
        """Whether the line adds or takes away."""

        INCLUDE = "include", "gồm"
        EXCLUDE = "exclude", "trừ"

    group = models.ForeignKey(Group, models.CASCADE, related_name="rules", verbose_name="nhóm")
    effect = models.CharField("tác dụng", max_length=10, choices=Effect.choices, default=Effect.INCLUDE)
    kind = models.CharField("loại đơn vị", max_length=20, choices=Kind.choices, blank=True)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="group_rules")
    subgroup = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="used_by")

    class Meta:
        verbose_name = "dòng của nhóm"
        verbose_name_plural = "dòng của nhóm"
        ordering = ("group", "pk")
        constraints = (
            models.CheckConstraint(
                name="group_rule_names_one_thing",
                condition=(~Q(kind="") & Q(unit__isnull=True, subgroup__isnull=True))
                | Q(kind="", unit__isnull=False, subgroup__isnull=True)
                | Q(kind="", unit__isnull=True, subgroup__isnull=False),
                violation_error_message="Mỗi dòng nêu đúng một: loại đơn vị, một đơn vị, hoặc một nhóm.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group} {self.effect} {self.kind or self.unit or self.subgroup}"
