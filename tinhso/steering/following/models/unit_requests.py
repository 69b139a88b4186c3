"""Work that the lead asks of a coordinating unit, with its own due day."""

from collections.abc import Collection
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.models.deeds import Deed, DeedQuerySet


class UnitRequestQuerySet(DeedQuerySet["UnitRequest"]):
    """Requests by whom they wait for."""

    def waiting(self) -> Self:
        """Those that the unit asked has not answered, of tasks that the programme still has."""
        return self.filter(state=UnitRequest.State.WAITING, task__withdrawn_at__isnull=True)

    def asked_of(self, units: Collection[int]) -> Self:
        """Those asked of one of the units."""
        return self.filter(asked__in=units)


class UnitRequest(Deed):
    """What the lead wants of another unit (``note``) by a day; reminders go out so many days before."""

    class State(models.TextChoices):
        """How it stands."""

        WAITING = "waiting", "Chờ trả lời"
        ANSWERED = "answered", "Đã trả lời"
        DECLINED = "declined", "Bị trả lại"

    asked = models.ForeignKey(Unit, models.PROTECT, related_name="requests", verbose_name="đơn vị được đề nghị")
    due_on = models.DateField("hạn trả lời")
    remind_days = models.PositiveSmallIntegerField("nhắc trước, ngày", default=3)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.WAITING)

    objects: ClassVar = UnitRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "đề nghị phối hợp"
        verbose_name_plural = "đề nghị phối hợp"
        constraints = (
            models.CheckConstraint(
                name="unit_request_state_is_known",
                condition=Q(state__in=("waiting", "answered", "declined")),
                violation_error_message="Tình trạng đề nghị phối hợp không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="unit_request_reminds_in_time",
                condition=Q(remind_days__lte=60),
                violation_error_message="Nhắc trước không quá 60 ngày.",
            ),
        )
        indexes = (models.Index(fields=("asked", "state"), name="unit_request_of_unit"),)
