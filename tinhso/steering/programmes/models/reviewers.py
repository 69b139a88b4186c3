"""Who has a programme's review open."""

from django.db import models

from tinhso.kernel.accounts.models import Account


class Reviewer(models.Model):
    """A person who reviews a programme, and when they were last there; written at most every few minutes."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="reviewers")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name="người duyệt")
    seen_at = models.DateTimeField("có mặt lúc")

    class Meta:
        verbose_name = "người đang duyệt"
        verbose_name_plural = "người đang duyệt"
        ordering = ("programme", "-seen_at")
        constraints = (models.UniqueConstraint(fields=("programme", "account"), name="reviewer_once"),)

    def __str__(self) -> str:
        return str(self.account)
