"""A token by which another system acts as an account."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from tinhso.kernel.accounts.models import Account


class TokenQuerySet(models.QuerySet["AccessToken"]):
    """Tokens by whether they open."""

    def valid_at(self, now: datetime) -> Self:
        """Those not ended and not expired, of accounts that are open."""
        return self.filter(ended_at__isnull=True, expires_at__gt=now, account__is_active=True)


class AccessToken(models.Model):
    """Its secret is shown once and kept as a digest. What it may do: its account's rights within its scopes."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="access_tokens", verbose_name="tài khoản")
    name = models.CharField("dùng cho", max_length=120)
    hint = models.CharField("mấy chữ đầu", max_length=20)
    digest = models.CharField("mã băm", max_length=64, unique=True)
    scopes = models.JSONField("phạm vi", default=list)
    made_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    expires_at = models.DateTimeField("hết hạn lúc")
    used_at = models.DateTimeField("dùng lần cuối", null=True, blank=True)
    ended_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = "mã truy cập"
        verbose_name_plural = "mã truy cập"
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date:
        """The last day on which it opens."""
        return timezone.localdate(self.expires_at) - timedelta(days=1)
