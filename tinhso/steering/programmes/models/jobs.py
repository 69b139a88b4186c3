"""The work of reading a file."""

from pathlib import Path
from typing import Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models.documents import PlanDocument, place_of


class JobQuerySet(models.QuerySet["ReadingJob"]):
    """Jobs by their state."""

    def live(self) -> Self:
        """Those that still wait or run."""
        return self.filter(state__in=ReadingJob.LIVE)

    def asked_by(self, account: Account) -> Self:
        """One person's."""
        return self.filter(asked_by=account)


class ReadingJob(models.Model):
    """One file on its way to a document. It goes on when the page is closed; its row says how far it is."""

    class State(models.TextChoices):
        """Where the work stands."""

        QUEUED = "queued", "Đang chờ"
        READING = "reading", "Đang đọc"
        DONE = "done", "Đã đọc xong"
        REFUSED = "refused", "Không tiếp nhận"
        FAILED = "failed", "Gặp lỗi"
        CANCELLED = "cancelled", "Đã hủy"

    class Step(models.TextChoices):
        """What is being done."""

        WAITING = "waiting", "Chờ đến lượt"
        OPENING = "opening", "Mở tệp, tách đoạn và bảng"
        FINDING = "finding", "Nhận chỉ tiêu, nhiệm vụ, thời hạn"
        STORING = "storing", "Lưu kết quả"
        FINISHED = "finished", "Kết thúc"

    LIVE = (State.QUEUED, State.READING)

    name = models.CharField("tên tệp", max_length=255)
    sha256 = models.CharField("mã băm SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("dung lượng, byte")
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.QUEUED)
    step = models.CharField("bước", max_length=10, choices=Step.choices, default=Step.WAITING)
    share = models.PositiveSmallIntegerField("phần trăm đã làm", default=0)
    sentence = models.TextField("lời giải thích", blank=True)
    code = models.CharField("mã từ chối", max_length=60, blank=True)
    document = models.ForeignKey(
        PlanDocument, models.SET_NULL, null=True, blank=True, related_name="jobs", verbose_name="văn bản"
    )
    supersedes = models.ForeignKey(
        PlanDocument, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="thay cho"
    )
    asked_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người yêu cầu"
    )
    asked_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    seen_alive_at = models.DateTimeField("còn chạy lúc", null=True, blank=True)
    finished_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt đọc"
        verbose_name_plural = "lượt đọc"
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="job_share_is_percent",
                condition=Q(share__lte=100),
                violation_error_message="Phần đã làm không quá 100 %.",
            ),
            models.CheckConstraint(
                name="job_done_has_document_time",
                condition=Q(state__in=("queued", "reading"), finished_at__isnull=True)
                | (~Q(state__in=("queued", "reading")) & Q(finished_at__isnull=False)),
                violation_error_message="Lượt đọc đã xong phải có giờ kết thúc.",
            ),
            models.UniqueConstraint(
                fields=("sha256",),
                condition=Q(state__in=("queued", "reading")),
                name="job_reads_a_file_once_at_a_time",
                violation_error_message="Tệp này đang được đọc.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.get_state_display()}"

    @property
    def place(self) -> Path:
        """Where the bytes lie while the job is live, and afterwards when it became a document."""
        return place_of(self.sha256)

    @property
    def is_live(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in self.LIVE
