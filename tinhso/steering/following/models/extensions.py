"""Xin gia hạn: a request for more time, and what was decided on it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from tinhso.steering.following.models.deeds import Deed, DeedQuerySet
from tinhso.steering.programmes.models import Deadline, Deliverable


class ExtensionQuerySet(DeedQuerySet["Extension"]):
    """Requests by whom they wait for."""

    def open(self) -> Self:
        """Neither decided nor taken back."""
        return self.filter(state__in=Extension.OPEN, task__withdrawn_at__isnull=True)

    def for_head(self) -> Self:
        """Those that the unit's head has not approved yet."""
        return self.open().filter(state=Extension.State.FOR_HEAD)

    def waiting(self) -> Self:
        """Those that wait for the decision."""
        return self.open().filter(state=Extension.State.WAITING)


class Extension(Deed):
    """The lead asks for another day, for the task or for one product; ``note`` is the reason. ``state`` holds now."""

    class State(models.TextChoices):
        """How it stands."""

        FOR_HEAD = "for_head", "Chờ thủ trưởng duyệt"
        WAITING = "waiting", "Chờ quyết định"
        GRANTED = "granted", "Được gia hạn"
        REFUSED = "refused", "Không được gia hạn"
        TAKEN_BACK = "taken_back", "Đã rút"

    OPEN = (State.FOR_HEAD, State.WAITING)

    deliverable = models.ForeignKey(
        Deliverable, models.CASCADE, null=True, blank=True, related_name="extensions", verbose_name="sản phẩm"
    )
    former_due_on = models.DateField("hạn đang có", null=True, blank=True)
    asked_on = models.DateField("xin đến ngày")
    paper = models.CharField("văn bản đề nghị", max_length=120, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.WAITING)

    objects: ClassVar = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị gia hạn"
        verbose_name_plural = "đề nghị gia hạn"
        constraints = (
            models.CheckConstraint(
                name="extension_state_is_known",
                condition=Q(state__in=("for_head", "waiting", "granted", "refused", "taken_back")),
                violation_error_message="Tình trạng đề nghị gia hạn không có trong danh mục.",
            ),
        )


class ExtensionDecision(Deed):
    """What was decided on a request (``about``) and why (``note``); a day granted is the new deadline's."""

    due_on = models.DateField("hạn mới", null=True, blank=True)
    paper_number = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    paper_day = models.DateField("ngày văn bản", null=True, blank=True)
    deadline = models.ForeignKey(
        Deadline, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name="thời hạn mới"
    )

    objects: ClassVar = DeedQuerySet["ExtensionDecision"].as_manager()

    class Meta:
        verbose_name = "quyết định về gia hạn"
        verbose_name_plural = "quyết định về gia hạn"
        constraints = (
            models.CheckConstraint(
                name="extension_decision_grants_a_day_or_none",
                condition=Q(due_on__isnull=True, deadline__isnull=True)
                | Q(due_on__isnull=False, deadline__isnull=False),
                violation_error_message="Cho gia hạn phải có ngày; không cho thì không có.",
            ),
        )
