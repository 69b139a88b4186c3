"""What the door remembers of callers: how often they asked, and what was answered to a key sent once."""

from typing import ClassVar

from django.db import models


class RequestCount(models.Model):
    """How often a caller asked in a minute: one row a caller."""

    unrecorded: ClassVar[str] = "counts requests"

    who = models.CharField("ai", max_length=40, unique=True)
    minute = models.BigIntegerField("phút")
    count = models.PositiveIntegerField("số lần")

    class Meta:
        verbose_name = "số lần gọi API"
        verbose_name_plural = "số lần gọi API"

    def __str__(self) -> str:
        return f"{self.who}: {self.count}"


class StoredAnswer(models.Model):
    """The answer to a POST with an Idempotency-Key. Without a status the first one is still at it."""

    unrecorded: ClassVar[str] = "holds answers for a day; the deeds are recorded themselves"

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+", verbose_name="tài khoản")
    key = models.CharField("khóa", max_length=200)
    fingerprint = models.CharField("dấu của yêu cầu", max_length=64)
    status = models.PositiveSmallIntegerField("mã trả lời", null=True, blank=True)
    headers = models.JSONField("đầu trả lời", default=dict)
    content = models.TextField("câu trả lời", blank=True)
    begun_at = models.DateTimeField("bắt đầu lúc", db_index=True)

    class Meta:
        verbose_name = "câu trả lời đã gửi"
        verbose_name_plural = "câu trả lời đã gửi"
        constraints = (models.UniqueConstraint(fields=("account", "key"), name="stored_answer_once"),)

    def __str__(self) -> str:
        return self.key
