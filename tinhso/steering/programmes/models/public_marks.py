"""What of a programme stands on its public page."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models.indicators import Indicator
from tinhso.steering.programmes.models.programme import Programme


class PublicMarkQuerySet(models.QuerySet["PublicMark"]):
    """Marks that hold."""

    def standing(self) -> Self:
        """Those not taken back."""
        return self.filter(ended_at__isnull=True)


class PublicMark(models.Model):
    """That a programme has a public page (no indicator), or that an indicator stands on it; who said so and until when.

    Nothing is public that nobody has marked. A mark taken back stays as a row: it tells what was public when.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="public_marks", verbose_name="chương trình")
    indicator = models.ForeignKey(
        Indicator, models.CASCADE, null=True, blank=True, related_name="public_marks", verbose_name="chỉ tiêu"
    )
    marked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người công khai")
    marked_at = models.DateTimeField("công khai lúc", default=timezone.now)
    ended_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người thôi công khai"
    )
    ended_at = models.DateTimeField("thôi công khai lúc", null=True, blank=True)

    objects = PublicMarkQuerySet.as_manager()

    class Meta:
        verbose_name = "công khai"
        verbose_name_plural = "công khai"
        constraints = (
            models.UniqueConstraint(
                fields=("programme",),
                condition=Q(ended_at__isnull=True, indicator__isnull=True),
                name="programme_is_public_once",
            ),
            models.UniqueConstraint(
                fields=("indicator",), condition=Q(ended_at__isnull=True), name="indicator_is_public_once"
            ),
            models.CheckConstraint(
                name="public_mark_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"công khai {self.indicator or self.programme}"
