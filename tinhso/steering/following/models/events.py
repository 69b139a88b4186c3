"""An event that a deadline waited for."""

from typing import ClassVar

from django.db import models

from tinhso.steering.following.models.deeds import Deed, DeedQuerySet
from tinhso.steering.programmes.models import Deadline


class EventRecord(Deed):
    """It happened on ``day``, ``note`` names it; the deadline that waited was superseded by ``started``."""

    waited = models.ForeignKey(Deadline, models.PROTECT, related_name="+", verbose_name="thời hạn chờ sự kiện")
    started = models.OneToOneField(Deadline, models.PROTECT, related_name="event", verbose_name="thời hạn bắt đầu")
    paper_number = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    paper_day = models.DateField("ngày văn bản", null=True, blank=True)

    objects: ClassVar = DeedQuerySet["EventRecord"].as_manager()

    class Meta:
        verbose_name = "sự kiện bắt đầu thời hạn"
        verbose_name_plural = "sự kiện bắt đầu thời hạn"
