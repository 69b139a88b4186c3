"""What a person wants of letters: whether, of what, how soon, and when not."""

from collections.abc import Collection
from datetime import time

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account


class MailWishes(models.Model):
    """One row a person; who has none gets these defaults. ``without`` are the kinds (``kinds.py``) of which he wants
    no letter; ``digested_on`` is the last day whose digest was looked after."""

    class Pace(models.TextChoices):
        """How soon a letter follows."""

        DAILY = "daily", "Mỗi ngày làm việc một thư gộp"
        URGENT = "urgent", "Việc gấp báo ngay, còn lại gộp mỗi ngày một thư"
        ALL = "all", "Báo ngay tất cả"

    account = models.OneToOneField(Account, models.CASCADE, related_name="mail_wishes", verbose_name="tài khoản")
    by_mail = models.BooleanField("gửi thư nhắc cho tôi", default=True)
    without = models.JSONField("loại không gửi thư", default=list, blank=True)
    pace = models.CharField("gửi khi nào", max_length=6, choices=Pace.choices, default=Pace.DAILY)
    digest_at = models.TimeField("giờ gửi thư gộp", default=time(7, 30))
    quiet_from = models.TimeField("giờ yên lặng từ", default=time(18, 0))
    quiet_until = models.TimeField("giờ yên lặng đến", default=time(7, 0))
    quiet_days_off = models.BooleanField("không gửi vào ngày nghỉ", default=True)
    digested_on = models.DateField("đã gộp thư ngày", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField("phiên bản", default=1, editable=False)

    class Meta:
        verbose_name = "cách nhận thư"
        verbose_name_plural = "cách nhận thư"
        constraints = (
            models.CheckConstraint(
                name="mail_pace_is_known",
                condition=Q(pace__in=("daily", "urgent", "all")),
                violation_error_message="Cách gửi thư không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="mail_digest_is_not_quiet",
                condition=Q(quiet_from=F("quiet_until"))
                | Q(
                    Q(digest_at__lt=F("quiet_from")) | Q(digest_at__gte=F("quiet_until")),
                    quiet_from__lt=F("quiet_until"),
                )
                | Q(quiet_from__gt=F("quiet_until"), digest_at__lt=F("quiet_from"), digest_at__gte=F("quiet_until")),
                violation_error_message="Giờ gửi thư gộp nằm trong giờ yên lặng.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.account}: {self.get_pace_display()}"

    def wants(self, kind: str) -> bool:
        """Whether a letter may tell of this kind."""
        return self.by_mail and kind not in self.without

    def at_once(self, urgent: Collection[str], kind: str) -> bool:
        """Whether this kind is told without waiting for the digest."""
        return self.pace == self.Pace.ALL or (self.pace == self.Pace.URGENT and kind in urgent)
