"""A letter to a person, from its writing to the mail server's answer."""

from datetime import datetime
from typing import ClassVar, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters by what is left to do."""

    def waiting(self) -> Self:
        """Those that nobody is sending and that are not at their end."""
        return self.filter(state=Letter.State.WAITING)

    def due(self, now: datetime) -> Self:
        """Waiting ones whose time has come, the oldest first."""
        return self.waiting().filter(next_at__lte=now).order_by("next_at", "pk")

    def left(self, now: datetime) -> Self:
        """Those that somebody was sending who is not there any more."""
        return self.filter(state=Letter.State.SENDING, held_until__lte=now)


class Letter(models.Model):
    """``key`` says what it is, so that it is written once. The address is the account's when it is sent; ``hint`` keeps
    only what lets a person recognise it. ``held_until`` and ``handed_at``: see ``sending.py``."""

    unrecorded: ClassVar[str] = "is a log itself"

    class State(models.TextChoices):
        """How it stands."""

        WAITING = "waiting", "Chờ gửi"
        SENDING = "sending", "Đang gửi"
        SENT = "sent", "Đã gửi"
        KEPT = "kept", "Chỉ nằm trong hộp thư minh họa"
        REFUSED = "refused", "Máy chủ thư từ chối"
        GIVEN_UP = "given_up", "Thôi gửi"
        UNSURE = "unsure", "Không rõ đã gửi chưa"
        DROPPED = "dropped", "Bỏ, không còn gửi cho người này"

    #: What a person may have tried again.
    RETRIED = (State.REFUSED, State.GIVEN_UP, State.UNSURE, State.DROPPED)

    uid = models.UUIDField("mã thư", default=uuid4, unique=True, editable=False)
    key = models.CharField(max_length=160, unique=True, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="letters", verbose_name="người nhận")
    office = models.CharField("với tư cách", max_length=300, blank=True)
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="đơn vị")
    kind = models.CharField("loại", max_length=12)
    subject = models.CharField("về", max_length=200)
    folded = models.TextField(editable=False, default="")
    text = models.TextField("lời thư")
    html = models.TextField("lời thư, có định dạng")
    state = models.CharField("tình trạng", max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField("số lần gửi", default=0)
    problem = models.CharField("vì sao chưa gửi được", max_length=300, blank=True)
    hint = models.CharField("gửi tới", max_length=120, blank=True)
    written_at = models.DateTimeField("viết lúc", default=timezone.now, db_index=True)
    next_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    held_until = models.DateTimeField("đang gửi đến lúc", null=True, blank=True)
    handed_at = models.DateTimeField("trao cho máy chủ lúc", null=True, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "thư"
        verbose_name_plural = "thư"
        ordering = ("-written_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="letter_waits_until_some_time",
                condition=~Q(state="waiting") | Q(next_at__isnull=False),
                violation_error_message="Thư chờ gửi phải có giờ gửi.",
            ),
        )
        indexes = (
            models.Index(fields=("state", "next_at"), name="letter_by_next"),
            models.Index(fields=("account", "written_at"), name="letter_of_person"),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def may_be_retried(self) -> bool:
        """Whether a person may have it sent again."""
        return self.state in self.RETRIED or (self.state == self.State.WAITING and self.tries > 0)
