"""Days whose working state the authorities decided: swaps, days in lieu, extra days off."""

from django.db import models


class DecidedDay(models.Model):
    """A day off or a day worked by decision. It wins over the rules of the law in ``tinhso.lib.calendar``."""

    class Occasion(models.TextChoices):
        """What the day is for. A year's days of Tết and Quốc khánh are listed whole: they replace the usual choice."""

        TET = "tet", "Tết Âm lịch"
        NATIONAL_DAY = "national_day", "Quốc khánh"
        SWAP = "swap", "Hoán đổi ngày làm việc"
        OTHER = "other", "Khác"

    class Effect(models.TextChoices):
        """What the decision makes of the day."""

        OFF = "off", "Nghỉ"
        WORKED = "worked", "Làm việc"

    day = models.DateField("ngày", unique=True)
    effect = models.CharField("là ngày", max_length=10, choices=Effect.choices)
    occasion = models.CharField("dịp", max_length=20, choices=Occasion.choices, default=Occasion.OTHER)
    reason = models.CharField("lý do", max_length=255)
    decision = models.CharField("văn bản", max_length=255, blank=True)
    decided_on = models.DateField("ngày văn bản", null=True, blank=True)

    class Meta:
        verbose_name = "ngày nghỉ, làm bù theo quyết định"
        verbose_name_plural = "ngày nghỉ, làm bù theo quyết định"
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day} {self.effect}"
