"""What every deed about a task has in common: who did it, for which unit, when, under which one-time key."""

from datetime import datetime
from typing import Self, TypeVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import Programme, Task

Done = TypeVar("Done", bound="Deed", covariant=True)


def one_time_key() -> str:
    """What a form carries so that its second sending does nothing."""
    return uuid4().hex


class DeedQuerySet(models.QuerySet[Done]):
    """Deeds by task, programme and time."""

    def about_task(self, task: Task) -> Self:
        """Those about one task, the oldest first."""
        return self.filter(task=task).order_by("recorded_at", "pk")

    def in_programme(self, programme: Programme) -> Self:
        """Those about the tasks that a programme still has."""
        return self.filter(task__programme=programme, task__withdrawn_at__isnull=True)

    def since(self, moment: datetime) -> Self:
        """Those recorded after the moment, the newest first."""
        return self.filter(recorded_at__gt=moment).order_by("-recorded_at", "-pk")


class Deed(models.Model):
    """Something that a person did about a task. Nothing here is changed or deleted: a later deed points at it.

    A deed with more to say is a row of one of the models beside this one; all share this table, so that the history
    of a task is one query and a one-time key holds for every form. ``unit`` is the unit of its time; ``in_name_of``
    is who had delegated the right, where the person's own roles do not give it at that unit.
    """

    class Kind(models.TextChoices):
        """What was done."""

        PROGRESS = "progress", "Cập nhật tiến độ"
        PROGRESS_APPROVED = "progress_approved", "Thủ trưởng duyệt cập nhật"
        PROGRESS_RETURNED = "progress_returned", "Trả lại cập nhật tiến độ"
        PERSON_GIVEN = "person_given", "Giao việc cho cá nhân"
        PERSON_ACCEPTED = "person_accepted", "Nhận việc được giao"
        PERSON_DONE = "person_done", "Báo xong việc được giao"
        PERSON_RETURNED = "person_returned", "Trả lại việc được giao"
        PERSON_MOVED = "person_moved", "Chuyển việc cho người khác"
        UNIT_ASKED = "unit_asked", "Đề nghị đơn vị phối hợp"
        UNIT_ANSWERED = "unit_answered", "Trả lời đề nghị phối hợp"
        UNIT_DECLINED = "unit_declined", "Trả lại đề nghị phối hợp"
        UNIT_SENT_BACK = "unit_sent_back", "Đề nghị làm lại phần phối hợp"
        EXTENSION_ASKED = "extension_asked", "Xin gia hạn"
        EXTENSION_APPROVED = "extension_approved", "Thủ trưởng duyệt đề nghị gia hạn"
        EXTENSION_GRANTED = "extension_granted", "Cho gia hạn"
        EXTENSION_REFUSED = "extension_refused", "Không cho gia hạn"
        EXTENSION_TAKEN_BACK = "extension_taken_back", "Rút đề nghị gia hạn"
        EVENT_RECORDED = "event_recorded", "Ghi nhận sự kiện bắt đầu thời hạn"
        PRODUCT_RECORDED = "product_recorded", "Ghi nhận sản phẩm"
        PRODUCT_TAKEN_BACK = "product_taken_back", "Rút sản phẩm đã ghi nhận"
        COMPLETED = "completed", "Báo hoàn thành"
        COMPLETION_APPROVED = "completion_approved", "Thủ trưởng duyệt báo hoàn thành"
        CONFIRMED = "confirmed", "Xác nhận hoàn thành"
        COMPLETION_RETURNED = "completion_returned", "Trả lại báo hoàn thành"
        REOPENED = "reopened", "Mở lại nhiệm vụ"
        REMINDED = "reminded", "Nhắc đơn vị chủ trì"
        COMMENT = "comment", "Trao đổi"
        COMMENT_EDITED = "comment_edited", "Sửa lời trao đổi"

    task = models.ForeignKey(Task, models.CASCADE, related_name="deeds", verbose_name="nhiệm vụ")
    kind = models.CharField("việc", max_length=24, choices=Kind.choices)
    account = models.ForeignKey(Account, models.PROTECT, related_name="deeds", verbose_name="người thực hiện")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="deeds", verbose_name="thay mặt đơn vị"
    )
    in_name_of = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thay mặt người ủy quyền"
    )
    day = models.DateField("ngày")
    recorded_at = models.DateTimeField("ghi lúc", default=timezone.now)
    note = models.TextField("nội dung", blank=True)
    about = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="followed_by", verbose_name="về việc"
    )
    once = models.CharField("khóa gửi một lần", max_length=64, unique=True, default=one_time_key, editable=False)
    #: Of everything that was sent under the key: other words under it are no second sending of these.
    fingerprint = models.CharField("dấu nội dung đã gửi", max_length=64, blank=True, editable=False)

    objects = DeedQuerySet["Deed"].as_manager()

    class Meta:
        verbose_name = "việc đã làm"
        verbose_name_plural = "việc đã làm"
        ordering = ("task", "recorded_at", "pk")
        indexes = (
            models.Index(fields=("task", "recorded_at"), name="deed_of_task_in_time"),
            models.Index(fields=("recorded_at",), name="deed_in_time"),
        )
        constraints = (
            models.CheckConstraint(
                name="deed_kind_is_known",
                condition=~Q(kind=""),
                violation_error_message="Việc đã làm phải thuộc một loại.",
            ),
        )

    @property
    def who(self) -> str:
        """Who did it, and in whose name where only a delegation allowed it."""
        return f"{self.account} thay mặt {self.in_name_of}" if self.in_name_of else str(self.account)

    @property
    def makers(self) -> frozenset[int]:
        """The accounts whose own it is: who did it, and in whose name."""
        return frozenset({self.account_id, self.in_name_of_id or self.account_id})

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note}" if self.note else str(self.get_kind_display())
