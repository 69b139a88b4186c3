"""Which account a holder of a post signs in with, where he has one."""

from django.db import models


class HolderAccount(models.Model):
    """A holding names a person; this says by which account the person signs in. It gives no right: roles do."""

    holding = models.OneToOneField(
        "organisations.Holding", models.CASCADE, related_name="signs_in", verbose_name="người giữ chức vụ"
    )
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="holdings", verbose_name="tài khoản")

    class Meta:
        verbose_name = "tài khoản của người giữ chức vụ"
        verbose_name_plural = "tài khoản của người giữ chức vụ"

    def __str__(self) -> str:
        return f"{self.holding} – {self.account}"
