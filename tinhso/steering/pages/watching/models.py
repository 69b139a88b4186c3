"""When a person last looked at a programme."""

from django.db import models

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Programme


class Look(models.Model):
    """A person's present visit to the board of a programme, and the one before, since which changes are told."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name="người xem")
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+", verbose_name="chương trình")
    visited_at = models.DateTimeField("lần này xem lúc")
    looked_at = models.DateTimeField("lần trước xem lúc")

    class Meta:
        verbose_name = "lượt xem"
        verbose_name_plural = "lượt xem"
        constraints = (
            models.UniqueConstraint(
                fields=("account", "programme"),
                name="look_of_person_once",
                violation_error_message="Mỗi người có một dòng cho mỗi chương trình.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.account}: {self.programme}"
