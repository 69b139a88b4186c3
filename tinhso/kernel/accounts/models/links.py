"""A link that opens once: to accept an invitation, to choose a new password, to confirm an e-mail."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.models.account import Account


class OneTimeLinks(models.QuerySet["OneTimeLink"]):
    """Links by person and by whether they still open."""

    def open(self) -> Self:
        """Neither used nor run out, and of an account that is not closed."""
        return self.filter(used_at__isnull=True, expires_at__gt=timezone.now(), account__is_active=True)

    def of(self, account: Account) -> Self:
        """One person's, the latest first."""
        return self.filter(account=account).order_by("-made_at")


class OneTimeLink(models.Model):
    """Only the digest of its word is kept: the link is shown, or sent, once, and nobody can read it here."""

    class Purpose(models.TextChoices):
        """What it opens."""

        INVITATION = "invitation", "Mời vào hệ thống"
        PASSWORD = "password", "Đặt lại mật khẩu"
        EMAIL = "email", "Xác nhận thư điện tử"

    account = models.ForeignKey(Account, models.PROTECT, related_name="links", verbose_name="tài khoản")
    purpose = models.CharField("để làm gì", max_length=20, choices=Purpose)
    digest = models.CharField("mã băm", max_length=64, unique=True)
    email = models.EmailField("thư điện tử cần xác nhận", blank=True, default="")
    made_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="links_made", verbose_name="người tạo")
    expires_at = models.DateTimeField("hết hạn lúc")
    used_at = models.DateTimeField("dùng lúc", null=True)

    objects = OneTimeLinks.as_manager()

    SECRET_COLUMNS = frozenset({"digest"})

    class Meta:
        verbose_name = "liên kết một lần"
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=("invitation", "password", "email")),
                name="accounts_link_purpose",
                violation_error_message="Liên kết phải thuộc một loại trong danh mục.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} – {self.account}"
