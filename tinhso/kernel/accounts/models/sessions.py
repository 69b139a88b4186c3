"""A session: one sign-in of one person at one place, listed, and ended by deleting its row."""

from typing import ClassVar, Self

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

from tinhso.kernel.accounts.models.account import Account


class Sessions(models.QuerySet["Session"]):
    """Sessions by person; those that have run out count for nothing."""

    def of(self, account: Account) -> Self:
        """One person's that still open, the latest used first."""
        return self.filter(account=account, expire_date__gt=timezone.now()).order_by("-seen_at")


class Session(AbstractBaseSession):
    """Written by the session store. The key is kept as its digest: a copy of the database opens no session."""

    session_key = models.CharField("khóa phiên", max_length=64, primary_key=True)
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="sessions", verbose_name="tài khoản")
    started_at = models.DateTimeField("bắt đầu", null=True)
    seen_at = models.DateTimeField("dùng lần cuối", null=True)
    address = models.CharField("địa chỉ máy", max_length=45, blank=True, default="")
    agent = models.CharField("trình duyệt", max_length=300, blank=True, default="")

    listed = Sessions.as_manager()

    unrecorded: ClassVar[str] = "every request may write one, and none changes a fact of the office"

    class Meta:
        verbose_name = "phiên đăng nhập"

    def __str__(self) -> str:
        return f"{self.account}: {self.started_at}"
