"""A calendar that somebody's own calendar program reads."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit


class CalendarFeed(models.Model):
    """A private address: whoever knows it reads what the account may see, its own days or those of a unit."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="feeds", verbose_name="tài khoản")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="feeds", verbose_name="đơn vị")
    generation = models.PositiveIntegerField("lần cấp địa chỉ", default=1)
    made_at = models.DateTimeField("tạo lúc", auto_now_add=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        verbose_name_plural = "địa chỉ lịch"
        ordering = ("account", "pk")
        constraints = (
            models.UniqueConstraint(fields=("account",), condition=Q(unit__isnull=True), name="feed_of_person_once"),
            models.UniqueConstraint(
                fields=("account", "unit"), condition=Q(unit__isnull=False), name="feed_of_unit_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.account}, {self.unit or 'cá nhân'}"
