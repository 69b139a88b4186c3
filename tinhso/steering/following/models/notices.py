"""Notices inside the office: to a person, or to those who hold a verb at a unit."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.models.deeds import Deed
from tinhso.steering.programmes.models import Programme, Task


class Notice(models.Model):
    """Something that somebody should know, told once: ``key`` says what, so that it is never doubled.

    Most are about a task; what is about something else has the ``address`` (a path) and ``title`` of that. ``thing`` is
    the key of what is due (``due.py``): of several reminders of one thing the latest counts. ``by`` did what is
    told, where that is no ``deed`` at a task: he is not told of it.
    """

    class Kind(models.TextChoices):
        """Why it is told."""

        MENTION = "mention", "Nhắc đến bạn"
        GIVEN = "given", "Việc giao cho bạn"
        ASKED = "asked", "Chờ bạn xử lý"
        RETURNED = "returned", "Bị trả lại"
        DECIDED = "decided", "Đã có kết quả"
        REMINDED = "reminded", "Nhắc thực hiện"
        DUE_SOON = "due_soon", "Sắp đến hạn"
        DUE_TODAY = "due_today", "Đến hạn hôm nay"
        OVERDUE = "overdue", "Đã quá hạn"

    task = models.ForeignKey(
        Task, models.CASCADE, null=True, blank=True, related_name="notices", verbose_name="nhiệm vụ"
    )
    programme = models.ForeignKey(
        Programme, models.CASCADE, null=True, blank=True, related_name="notices", verbose_name="chương trình"
    )
    title = models.CharField("về", max_length=200, blank=True)
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    thing = models.CharField("việc đến hạn", max_length=80, blank=True, editable=False)
    deed = models.ForeignKey(Deed, models.CASCADE, null=True, blank=True, related_name="notices", verbose_name="việc")
    by = models.ForeignKey(
        Account, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="người làm việc được báo"
    )
    kind = models.CharField("loại", max_length=10, choices=Kind.choices)
    words = models.CharField("lời báo", max_length=300)
    account = models.ForeignKey(
        Account, models.CASCADE, null=True, blank=True, related_name="notices", verbose_name="người nhận"
    )
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, related_name="notices", verbose_name="đơn vị nhận"
    )
    verb = models.CharField("quyền của người nhận tại đơn vị", max_length=24, blank=True)
    created_at = models.DateTimeField("báo lúc", default=timezone.now)
    key = models.CharField(max_length=160, unique=True, editable=False)

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="notice_goes_to_a_person_or_a_unit",
                condition=Q(account__isnull=False, unit__isnull=True, verb="")
                | Q(Q(account__isnull=True, unit__isnull=False) & ~Q(verb="")),
                violation_error_message="Thông báo gửi cho một người, hoặc cho người có quyền ở một đơn vị.",
            ),
            models.CheckConstraint(
                name="notice_is_about_something",
                condition=Q(task__isnull=False) | ~Q(address=""),
                violation_error_message="Thông báo phải nói về một nhiệm vụ hoặc có địa chỉ mở được.",
            ),
        )
        indexes = (
            models.Index(fields=("account", "created_at"), name="notice_of_person"),
            models.Index(fields=("programme", "created_at"), name="notice_of_programme"),
            models.Index(fields=("unit", "created_at"), name="notice_of_unit"),
        )

    def __str__(self) -> str:
        return self.words

    @property
    def path(self) -> str:
        """Where it leads."""
        if self.task is None:
            return self.address
        return reverse("pages:task", args=(self.task.programme_id, self.task.pk))

    @property
    def subject(self) -> str:
        """What it is about, in the words of that."""
        return self.title if self.task is None else f"{self.task.code} {self.task.text}"


class NoticeReading(models.Model):
    """One person has read one notice."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="readings", verbose_name="thông báo")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name="người đọc")
    read_at = models.DateTimeField("đọc lúc", default=timezone.now)

    class Meta:
        verbose_name = "lượt đọc thông báo"
        verbose_name_plural = "lượt đọc thông báo"
        constraints = (models.UniqueConstraint(fields=("notice", "account"), name="notice_is_read_once"),)

    def __str__(self) -> str:
        return f"{self.account}: {self.notice}"
