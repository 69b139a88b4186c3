"""The report of one unit in one round: how it stands."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.reporting.models.rounds import Round, RoundDue


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports by round, unit and state."""

    def of_units(self, units: Iterable[int]) -> Self:
        """Those of these units."""
        return self.filter(unit__in=units)

    def missing(self) -> Self:
        """Those that were never sent, or were returned and not sent since."""
        return self.filter(required=True).exclude(state__in=(Report.State.SENT, Report.State.ACCEPTED))

    def with_place(self) -> Self:
        """With round and unit."""
        return self.select_related("round__coordinating_unit", "unit")


class Report(models.Model):
    """What a unit says in a round. ``state`` is what holds now; the deeds tell how it came to that.

    ``sent_on`` is the first day on which it went to the department: in time or not is told by that day and
    ``due_on``, whatever was returned afterwards. ``required`` is false where the unit ended before the last day of
    the data, or nothing was asked of it after all. The four texts are the draft of the fixed parts.
    """

    class State(models.TextChoices):
        """How far it has come."""

        UNOPENED = "unopened", "Chưa mở"
        IN_WORK = "in_work", "Đang lập"
        AT_HEAD = "at_head", "Chờ thủ trưởng duyệt"
        HEAD_RETURNED = "head_returned", "Thủ trưởng trả lại"
        SENT = "sent", "Đã gửi"
        RETURNED = "returned", "Bị trả lại"
        ACCEPTED = "accepted", "Đã tiếp nhận"

    round = models.ForeignKey(Round, models.CASCADE, related_name="reports", verbose_name="kỳ báo cáo")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports", verbose_name="đơn vị")
    sender = models.CharField("cấp gửi", max_length=12, choices=RoundDue.Sender.choices)
    state = models.CharField("tình trạng", max_length=14, choices=State.choices, default=State.UNOPENED)
    required = models.BooleanField("phải gửi", default=True)
    due_on = models.DateField("hạn gửi")
    sent_on = models.DateField("gửi lần đầu ngày", null=True, blank=True)
    results = models.TextField("kết quả thực hiện", blank=True)
    difficulties = models.TextField("khó khăn, nguyên nhân", blank=True)
    proposals = models.TextField("đề xuất, kiến nghị", blank=True)
    directions = models.TextField("phương hướng, nhiệm vụ kỳ tới", blank=True)
    nil = models.BooleanField("không có nội dung phát sinh", default=False)
    version = models.PositiveIntegerField("phiên bản", default=1)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo của đơn vị"
        verbose_name_plural = "báo cáo của đơn vị"
        ordering = ("round", "unit")
        constraints = (
            models.UniqueConstraint(fields=("round", "unit"), name="report_once_a_unit"),
            models.CheckConstraint(
                name="report_state_is_known",
                condition=Q(
                    state__in=("unopened", "in_work", "at_head", "head_returned", "sent", "returned", "accepted")
                ),
                violation_error_message="Tình trạng báo cáo không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="report_sent_has_a_day",
                condition=Q(state__in=("unopened", "in_work", "at_head", "head_returned")) | Q(sent_on__isnull=False),
                violation_error_message="Báo cáo đã gửi phải có ngày gửi.",
            ),
        )
        indexes = (
            models.Index(fields=("unit", "state"), name="report_of_unit"),
            models.Index(fields=("round", "state"), name="report_of_round"),
        )

    def __str__(self) -> str:
        return f"{self.round}: {self.unit}"

    @property
    def may_be_written(self) -> bool:
        """Whether its draft may still change."""
        return self.state in (self.State.UNOPENED, self.State.IN_WORK, self.State.HEAD_RETURNED, self.State.RETURNED)

    @property
    def is_with_department(self) -> bool:
        """Whether the department has it."""
        return self.state in (self.State.SENT, self.State.ACCEPTED)

    @property
    def was_late(self) -> bool:
        """Whether it was first sent after its due day."""
        return self.sent_on is not None and self.sent_on > self.due_on

    def is_overdue(self, day: date) -> bool:
        """Whether it should have been sent by the day, and was not."""
        return self.required and self.sent_on is None and day > self.due_on


#: The fixed narrative parts in their order: column → title.
PARTS = {
    "results": "Kết quả thực hiện",
    "difficulties": "Khó khăn, vướng mắc và nguyên nhân",
    "proposals": "Đề xuất, kiến nghị",
    "directions": "Phương hướng, nhiệm vụ kỳ tới",
}
#: Lateness as a condition, for counts.
LATE = Q(sent_on__gt=F("due_on"))
