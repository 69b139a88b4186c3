"""What a provider outside says somebody is, linked to the account of that person."""

from django.db import models

from tinhso.kernel.accounts.models.account import Account


class Identity(models.Model):
    """One person at one provider. Of what the provider says (a citizen's number, say) only a fingerprint is kept."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="identities", verbose_name="tài khoản")
    provider = models.CharField("nơi xác thực", max_length=20)
    fingerprint = models.CharField("dấu vết định danh", max_length=64)
    hint = models.CharField("gợi nhớ", max_length=20)
    linked_at = models.DateTimeField("gắn lúc", auto_now_add=True)
    linked_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", verbose_name="người gắn")

    class Meta:
        verbose_name = "định danh"
        ordering = ("provider", "linked_at")
        constraints = (
            models.UniqueConstraint(
                fields=("provider", "fingerprint"),
                name="accounts_identity_once",
                violation_error_message="Định danh này đã gắn với một tài khoản.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.provider} {self.hint}"
