"""An attempt at something that may be tried only so often: one table, so that all workers count alike."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone


class Attempts(models.QuerySet["Attempt"]):
    """Attempts by deed and age."""

    def lately(self, deed: str, within: timedelta) -> Self:
        """Those at one thing in the time that counts, the latest first."""
        return self.filter(deed=deed, at__gt=timezone.now() - within).order_by("-at", "-id")


class Attempt(models.Model):
    """``subject`` is the account's number, or "" where nobody is known; ``address`` the machine it came from."""

    deed = models.CharField("việc", max_length=20)
    subject = models.CharField("tài khoản", max_length=20, blank=True, default="")
    address = models.CharField("địa chỉ máy", max_length=45, blank=True, default="")
    at = models.DateTimeField("lúc", default=timezone.now)

    objects = Attempts.as_manager()

    unrecorded: ClassVar[str] = "strangers write these; what was refused at the door is noted by the door itself"

    class Meta:
        verbose_name = "lần thử"
        indexes = (
            models.Index(fields=("deed", "subject", "at"), name="accounts_attempt_subject"),
            models.Index(fields=("deed", "address", "at"), name="accounts_attempt_address"),
        )

    def __str__(self) -> str:
        return f"{self.deed} {self.subject} {self.address}"
