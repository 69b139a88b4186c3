"""Days whose working state the authorities decided: swaps, days in lieu, extra days off."""

from django.db import models


class DecidedDay(models.Model):
    """A day off or a day worked by decision. The rules of the law are in ``tinhso.lib.calendar``; rows win over them."""

    class Effect(models.TextChoices):
        """What the decision makes of the day."""

        OFF = "off", "Nghỉ"
        WORKED = "worked", "Làm việc"

    day = models.DateField("ngày", unique=True)
    effect = models.CharField("là ngày", max_length=10, choices=Effect.choices)
    reason = models.CharField("lý do", max_length=255)
    decision = models.CharField("văn bản", max_length=255, blank=True)
    decided_on = models.DateField("ngày văn bản", null=True, blank=True)

    class Meta:
        verbose_name = "ngày nghỉ, làm bù theo quyết định"
        verbose_name_plural = "ngày nghỉ, làm bù theo quyết định"
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day} {self.effect}"
