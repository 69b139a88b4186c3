"""Which notice was told to whom by which letter."""

from typing import ClassVar

from django.db import models

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.models import Letter
from tinhso.steering.following.models.notices import Notice


class NoticeLetter(models.Model):
    """Written with the letter, once for a notice and a person."""

    unrecorded: ClassVar[str] = "is a log itself"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="in_letters", verbose_name="thông báo")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name="người nhận")
    letter = models.ForeignKey(Letter, models.CASCADE, related_name="notices", verbose_name="thư")

    class Meta:
        verbose_name = "thông báo trong thư"
        verbose_name_plural = "thông báo trong thư"
        constraints = (
            models.UniqueConstraint(
                fields=("notice", "account"),
                name="notice_is_written_of_once",
                violation_error_message="Thông báo này đã có trong một thư gửi người này.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.letter}: {self.notice}"
