"""Báo hoàn thành: what the lead says, what the one who watches answers."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from tinhso.steering.following.models.deeds import Deed, DeedQuerySet


class CompletionQuerySet(DeedQuerySet["Completion"]):
    """Claims by whom they wait for."""

    def current(self) -> Self:
        """Those that neither a return nor a reopening has ended."""
        return self.filter(state__in=Completion.CURRENT, task__withdrawn_at__isnull=True)

    def for_head(self) -> Self:
        """Those that the unit's head has not approved yet."""
        return self.current().filter(state=Completion.State.FOR_HEAD)

    def unconfirmed(self) -> Self:
        """Those that wait for confirmation."""
        return self.current().filter(state=Completion.State.CLAIMED)


class Completion(Deed):
    """The lead says that the task was done on ``day``; ``note`` says how, or why a product is not in."""

    class State(models.TextChoices):
        """How it stands."""

        FOR_HEAD = "for_head", "Chờ thủ trưởng duyệt"
        CLAIMED = "claimed", "Chờ xác nhận"
        CONFIRMED = "confirmed", "Đã xác nhận"
        RETURNED = "returned", "Bị trả lại"
        REOPENED = "reopened", "Đã mở lại"

    CURRENT = (State.FOR_HEAD, State.CLAIMED, State.CONFIRMED)

    without_products = models.BooleanField("chưa đủ sản phẩm", default=False)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.CLAIMED)

    objects: ClassVar = CompletionQuerySet.as_manager()

    class Meta:
        verbose_name = "báo hoàn thành"
        verbose_name_plural = "báo hoàn thành"
        constraints = (
            models.CheckConstraint(
                name="completion_state_is_known",
                condition=Q(state__in=("for_head", "claimed", "confirmed", "returned", "reopened")),
                violation_error_message="Tình trạng báo hoàn thành không có trong danh mục.",
            ),
        )
