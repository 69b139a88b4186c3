"""Another system that wants to be told."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    """Subscriptions by whether they are served."""

    def active(self) -> Self:
        """Those that are told."""
        return self.filter(ended_at__isnull=True)


class Subscription(models.Model):
    """An address that is told of events (of every event, when none is named). What it signs with: ``secrets.py``."""

    class Ended(models.TextChoices):
        """Why it is told no more."""

        BY_PERSON = "person", "Quản trị đã dừng"
        GONE = "gone", "Bên nhận trả lời 410: không còn nhận"
        GIVEN_UP = "given_up", "Không gửi được trong nhiều ngày"

    uid = models.UUIDField("mã đăng ký", default=uuid4, unique=True, editable=False)
    name = models.CharField("hệ thống nhận", max_length=120)
    address = models.URLField("địa chỉ nhận", max_length=500)
    events = models.JSONField("sự kiện", default=list, blank=True)
    generation = models.PositiveIntegerField("lần cấp khóa", default=1, editable=False)
    renewed_at = models.DateTimeField("đổi khóa lúc", null=True, blank=True)
    made_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đăng ký"
    )
    made_at = models.DateTimeField("đăng ký lúc", auto_now_add=True)
    ended_at = models.DateTimeField("dừng lúc", null=True, blank=True)
    ended_why = models.CharField("lý do dừng", max_length=10, choices=Ended.choices, blank=True)
    version = models.PositiveIntegerField("phiên bản", default=1, editable=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = "đăng ký nhận sự kiện"
        verbose_name_plural = "đăng ký nhận sự kiện"
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(
                name="subscription_end_has_reason",
                condition=Q(ended_at__isnull=True, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                violation_error_message="Đăng ký đã dừng phải ghi vì sao.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:
        """Whether it is told."""
        return self.ended_at is None

    def wants(self, event: str) -> bool:
        """Whether this event is among those it asked for."""
        return not self.events or event in self.events
