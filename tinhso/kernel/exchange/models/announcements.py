"""The outbox: what happened, written in the transaction of the deed."""

from typing import ClassVar
from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Announcement(models.Model):
    """One thing that happened. ``subject`` names it ("task/12"), ``facts`` tell it; never written again."""

    unrecorded: ClassVar[str] = "says again what the log records of the deed itself"

    uid = models.UUIDField("mã thông báo", default=uuid4, unique=True, editable=False)
    event = models.CharField("sự kiện", max_length=60)
    subject = models.CharField("về", max_length=120)
    facts = models.JSONField("nội dung", default=dict, encoder=DjangoJSONEncoder)
    actor = models.CharField("người làm", max_length=60, blank=True)
    at = models.DateTimeField("lúc", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "thông báo ra ngoài"
        verbose_name_plural = "thông báo ra ngoài"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.event} {self.subject}"
