"""A file of figures on its way into the programme."""

from typing import Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.programmes.models import Programme


class LoadQuerySet(models.QuerySet["FigureLoad"]):
    """Loads by their state."""

    def live(self) -> Self:
        """Those that still wait or run."""
        return self.filter(state__in=FigureLoad.LIVE)


class FigureLoad(models.Model):
    """One file: first looked into, then, when a person says so, entered. It goes on when the page is closed.

    ``told`` are the refused lines [number, reason], a thousand at most. Kept for good: who loaded what, and when.
    """

    class State(models.TextChoices):
        """Where the work stands."""

        QUEUED = "queued", "Đang chờ"
        WORKING = "working", "Đang làm"
        LOOKED = "looked", "Đã kiểm tra, chưa nạp"
        ENTERED = "entered", "Đã nạp"
        REFUSED = "refused", "Không nạp được"
        FAILED = "failed", "Gặp lỗi"
        CANCELLED = "cancelled", "Đã hủy"

    class Step(models.TextChoices):
        """What is being done."""

        WAITING = "waiting", "Chờ đến lượt"
        READING = "reading", "Đọc và kiểm tra từng dòng"
        COMPARING = "comparing", "Đối chiếu với số đã có"
        ENTERING = "entering", "Ghi số liệu"
        FINISHED = "finished", "Kết thúc"

    LIVE = (State.QUEUED, State.WORKING)

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="figure_loads", verbose_name="chương trình")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    entering = models.BooleanField("nạp, không chỉ kiểm tra", default=False)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.QUEUED)
    step = models.CharField("bước", max_length=10, choices=Step.choices, default=Step.WAITING)
    lines = models.PositiveBigIntegerField("dòng đã đọc", default=0)
    fresh = models.PositiveBigIntegerField("số mới", default=0)
    same = models.PositiveBigIntegerField("số đã có", default=0)
    beside = models.PositiveBigIntegerField("số khác nguồn khác", default=0)
    refused = models.PositiveBigIntegerField("dòng không nạp được", default=0)
    told = models.JSONField("các dòng không nạp được", default=list, blank=True)
    sentence = models.TextField("lời giải thích", blank=True)
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người nạp")
    asked_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    seen_alive_at = models.DateTimeField("còn chạy lúc", null=True, blank=True)
    finished_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)

    objects = LoadQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt nạp số liệu"
        verbose_name_plural = "lượt nạp số liệu"
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="load_ended_has_its_time",
                condition=Q(state__in=("queued", "working"), finished_at__isnull=True)
                | (~Q(state__in=("queued", "working")) & Q(finished_at__isnull=False)),
                violation_error_message="Lượt nạp đã xong phải có giờ kết thúc.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.file}: {self.get_state_display()}"

    @property
    def is_live(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in self.LIVE

    @property
    def may_enter(self) -> bool:
        """Whether it was looked into and found good, with something new in it."""
        return self.state == self.State.LOOKED and not self.refused and self.fresh > 0
