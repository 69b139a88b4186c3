"""Telling one announcement to one subscription, and every attempt at it."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.exchange.models.announcements import Announcement
from tinhso.kernel.exchange.models.subscriptions import Subscription


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries by what is left to do."""

    def waiting(self) -> Self:
        """Those not yet told and not given up."""
        return self.filter(state=Delivery.State.WAITING)

    def free(self, now: datetime) -> Self:
        """Waiting ones that nobody is sending just now."""
        return self.waiting().filter(Q(held_until__isnull=True) | Q(held_until__lte=now))


class Delivery(models.Model):
    """``next_at`` is when it is tried next; ``held_until`` is until when the one who sends it now may take."""

    unrecorded: ClassVar[str] = "its attempts are its own log"

    class State(models.TextChoices):
        """How it ended, or that it has not."""

        WAITING = "waiting", "Đang chờ gửi"
        DELIVERED = "delivered", "Đã nhận"
        REFUSED = "refused", "Không gửi được"
        DROPPED = "dropped", "Bỏ, vì đăng ký đã dừng"

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="deliveries")
    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="deliveries")
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField("số lần gửi", default=0)
    next_at = models.DateTimeField("gửi tiếp lúc", null=True, blank=True)
    held_until = models.DateTimeField("đang gửi đến lúc", null=True, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt gửi"
        verbose_name_plural = "lượt gửi"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("announcement", "subscription"),
                name="delivery_once_for_each",
                violation_error_message="Thông báo này đã có lượt gửi cho bên nhận.",
            ),
        )
        indexes = (models.Index(fields=("state", "next_at"), name="delivery_by_next"),)

    def __str__(self) -> str:
        return f"{self.announcement_id} → {self.subscription_id}"


class Attempt(models.Model):
    """One request to the other system: its answer's status and beginning, or what went wrong before an answer."""

    unrecorded: ClassVar[str] = "is a log itself"

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    at = models.DateTimeField("lúc", auto_now_add=True)
    status = models.PositiveSmallIntegerField("mã trả lời", null=True, blank=True)
    milliseconds = models.PositiveIntegerField("mili giây")
    answer = models.CharField("đầu câu trả lời", max_length=500, blank=True)
    problem = models.CharField("vì sao không được", max_length=200, blank=True)

    class Meta:
        verbose_name = "lần gửi"
        verbose_name_plural = "lần gửi"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.status or self.problem}"
