"""Who watches, leads or helps: the words as written, and the unit, post or group they mean."""

from collections.abc import Collection
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.organisations.models import Group, Post, Unit
from tinhso.steering.programmes.models.duties import Duty
from tinhso.steering.programmes.models.indicators import Indicator
from tinhso.steering.programmes.models.items import Item, ItemQuerySet
from tinhso.steering.programmes.models.tasks import Task


class AssignmentQuerySet(ItemQuerySet["Assignment"]):
    """Assignments by role and by whom they mean."""

    def in_roles(self, *roles: str) -> Self:
        """Only these roles; all when none is named."""
        return self.filter(role__in=roles) if roles else self

    def unsure(self) -> Self:
        """Those of which it is not certain whom they mean."""
        return self.exclude(certainty="certain")

    def meaning(self, *, units: Collection[int], groups: Collection[int] = ()) -> Self:
        """Those that name one of the units, a post of one of them, or one of the groups."""
        return self.filter(Q(unit__in=units) | Q(post__unit__in=units) | Q(group__in=groups))


class Assignment(Item):
    """A name in the plan with its role. The wording stays as written whatever becomes of the unit it means.

    ``certainty`` is the matcher's: "certain" has one of ``unit``, ``post``, ``group``; "unsure" has ``candidates`` to
    choose from; "unknown" has nothing. ``handed_to`` repeats the handover that holds (see Handover).
    """

    class Role(models.TextChoices):
        """What the body has to do with the item."""

        WATCHER = "watcher", "Chủ trì theo dõi, đôn đốc"
        LEAD = "lead", "Chủ trì thực hiện"
        COOPERATOR = "cooperator", "Phối hợp"
        SENDER = "sender", "Gửi báo cáo"
        RECEIVER = "receiver", "Nhận báo cáo"

    class Certainty(models.TextChoices):
        """How sure it is whom the words mean."""

        CERTAIN = "certain", "Chắc chắn"
        UNSURE = "unsure", "Cần chọn"
        UNKNOWN = "unknown", "Chưa biết đơn vị nào"

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, null=True, blank=True, related_name="assignments", verbose_name="chỉ tiêu"
    )
    task = models.ForeignKey(
        Task, models.CASCADE, null=True, blank=True, related_name="assignments", verbose_name="nhiệm vụ"
    )
    duty = models.ForeignKey(
        Duty, models.CASCADE, null=True, blank=True, related_name="assignments", verbose_name="chế độ báo cáo"
    )
    role = models.CharField("vai trò", max_length=12, choices=Role.choices)
    wording = models.TextField("tên trong văn bản")
    certainty = models.CharField("mức chắc chắn", max_length=10, choices=Certainty.choices, default=Certainty.UNKNOWN)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="assignments", verbose_name="đơn vị"
    )
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="assignments", verbose_name="chức vụ"
    )
    group = models.ForeignKey(
        Group, models.PROTECT, null=True, blank=True, related_name="assignments", verbose_name="nhóm đơn vị"
    )

    objects = AssignmentQuerySet.as_manager()

    handed_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="handed_assignments", verbose_name="giao tiếp cho"
    )
    handed_on = models.DateField("giao tiếp từ ngày", null=True, blank=True)

    class Meta(Item.Meta):
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        default_related_name = "assignments"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="assignment_is_of_one_thing",
                condition=Q(indicator__isnull=False, task__isnull=True, duty__isnull=True)
                | Q(indicator__isnull=True, task__isnull=False, duty__isnull=True)
                | Q(indicator__isnull=True, task__isnull=True, duty__isnull=False),
                violation_error_message="Phân công thuộc đúng một chỉ tiêu, nhiệm vụ hoặc chế độ báo cáo.",
            ),
            models.CheckConstraint(
                name="assignment_means_one_body_or_none",
                condition=Q(certainty="certain", unit__isnull=False, post__isnull=True, group__isnull=True)
                | Q(certainty="certain", unit__isnull=True, post__isnull=False, group__isnull=True)
                | Q(certainty="certain", unit__isnull=True, post__isnull=True, group__isnull=False)
                | Q(certainty__in=("unsure", "unknown"), unit__isnull=True, post__isnull=True, group__isnull=True),
                violation_error_message="Phân công chắc chắn chỉ đúng một đơn vị, chức vụ hoặc nhóm.",
            ),
            models.CheckConstraint(
                name="assignment_handed_over_on_a_day",
                condition=Q(handed_to__isnull=True, handed_on__isnull=True)
                | Q(handed_to__isnull=False, handed_on__isnull=False, group__isnull=True),
                violation_error_message="Giao tiếp phải có ngày, và chỉ cho việc của một đơn vị hoặc chức vụ.",
            ),
        )
        indexes = (models.Index(fields=("programme", "role"), name="assignment_by_role"),)

    def __str__(self) -> str:
        return self.wording

    def body_on(self, day: date) -> int | None:
        """The unit to which it is given on the day: handed over, named, or of the post named; None for a group.

        Who answers for that unit is asked of ``organisations.answering``. Fetch it with its post.
        """
        if self.handed_on is not None and self.handed_on <= day:
            return self.handed_to_id
        return self.unit_id or (self.post.unit_id if self.post else None)
