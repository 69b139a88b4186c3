"""The second step of the sign-in: what an app on a telephone shows, codes for when it is lost, and who took it away."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models.account import Account


class SecondStep(models.Model):
    """The secret that the person's app shares with us. There is a row once a first code has proved that it works."""

    account = models.OneToOneField(Account, models.PROTECT, related_name="second_step", verbose_name="tài khoản")
    secret = models.TextField("khóa bí mật (niêm phong)")
    made_at = models.DateTimeField("thiết lập lúc", auto_now_add=True)
    #: The half-minute, counted since 1970, of the last code taken: none is taken twice, nor an earlier one.
    last_counter = models.BigIntegerField("mã nhận lần cuối")

    class Meta:
        verbose_name = "xác thực hai bước"

    def __str__(self) -> str:
        return str(self.account)


class RecoveryCode(models.Model):
    """A code that opens once instead of the app. Shown when made, and kept as a fingerprint only."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="recovery_codes", verbose_name="tài khoản")
    fingerprint = models.CharField("dấu vết", max_length=64)
    made_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    used_at = models.DateTimeField("dùng lúc", null=True)

    SECRET_COLUMNS = frozenset({"fingerprint"})

    class Meta:
        verbose_name = "mã khôi phục"
        constraints = (models.UniqueConstraint(fields=("account", "fingerprint"), name="accounts_recovery_code_once"),)

    def __str__(self) -> str:
        return str(self.account)


class SecondStepRemoval(models.Model):
    """An administrator took the second step of a person away, and said why."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="second_step_removals", verbose_name="tài khoản")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người gỡ")
    reason = models.CharField("lý do", max_length=500)
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lần gỡ xác thực hai bước"
        ordering = ("-at",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="accounts_removal_reason",
                violation_error_message="Phải ghi lý do gỡ xác thực hai bước.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.account}: {self.reason}"
