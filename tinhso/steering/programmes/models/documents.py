"""A plan's document as it came, what was read in it, and the work of reading it."""

from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import search_terms

SHA256 = r"^[0-9a-f]{64}$"


class DocumentQuerySet(models.QuerySet["PlanDocument"]):
    """Documents by their words and their use."""

    def matching(self, query: str) -> Self:
        """Those whose title, number or file name holds every word, diacritics or not."""
        found = self
        for term in search_terms(query):
            found = found.filter(folded__contains=term)
        return found

    def unused(self) -> Self:
        """Those that no programme stands on."""
        return self.filter(revisions__isnull=True)

    def newest_first(self) -> Self:
        """By the time of upload."""
        return self.order_by("-uploaded_at", "-pk")


class PlanDocument(models.Model):
    """A document that was read whole. Its bytes lie under ``place``; a document refused leaves none.

    The header's facts are as far as the document gives them: ``issued_day`` may be missing while the month is known.
    """

    name = models.CharField("tên tệp", max_length=255)
    media_type = models.CharField("loại tệp", max_length=100)
    sha256 = models.CharField("mã băm SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("dung lượng, byte")
    title = models.CharField("tên văn bản")
    parent_body = models.CharField("cơ quan chủ quản", blank=True)
    body = models.CharField("cơ quan ban hành", blank=True)
    number = models.CharField("số", blank=True)
    symbol = models.CharField("ký hiệu", blank=True)
    place_name = models.CharField("địa danh", blank=True)
    issued_day = models.PositiveSmallIntegerField("ngày ban hành", null=True, blank=True)
    issued_month = models.PositiveSmallIntegerField("tháng ban hành", null=True, blank=True)
    issued_year = models.PositiveSmallIntegerField("năm ban hành", null=True, blank=True)
    kind = models.CharField("loại văn bản", blank=True)
    subject = models.TextField("trích yếu", blank=True)
    signer_authority = models.CharField("quyền hạn người ký", blank=True)
    signer_post = models.CharField("chức vụ người ký", blank=True)
    signer_name = models.CharField("người ký", blank=True)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by", verbose_name="thay cho"
    )
    uploaded_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đưa vào"
    )
    uploaded_at = models.DateTimeField("đưa vào lúc", auto_now_add=True)
    folded = models.TextField(editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ("-uploaded_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="document_sha256_is_hex",
                condition=Q(sha256__regex=SHA256),
                violation_error_message="Mã băm SHA-256 gồm 64 chữ số thập lục phân.",
            ),
            models.CheckConstraint(
                name="document_day_is_possible",
                condition=(Q(issued_day__isnull=True) | Q(issued_day__gte=1, issued_day__lte=31))
                & (Q(issued_month__isnull=True) | Q(issued_month__gte=1, issued_month__lte=12)),
                violation_error_message="Ngày, tháng ban hành không có thật.",
            ),
            models.CheckConstraint(
                name="document_supersedes_another",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                violation_error_message="Văn bản không thay cho chính nó.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> Path:
        """Where the bytes lie."""
        return place_of(self.sha256)


def documents() -> Path:
    """The folder of all documents' bytes."""
    return Path(settings.HOME) / "documents"


def place_of(sha256: str) -> Path:
    """The file that holds the bytes of this digest."""
    return documents() / sha256[:2] / sha256


class StoredReading(models.Model):
    """What the reader found, frozen: the archived answer. Rows made from it may change; this does not."""

    document = models.OneToOneField(PlanDocument, models.CASCADE, related_name="reading", verbose_name="văn bản")
    text = models.TextField("văn bản đã chuẩn hóa")
    content = models.JSONField("kết quả đọc")
    coverage = models.DecimalField("tỷ lệ phủ", max_digits=6, decimal_places=5)
    indicator_count = models.PositiveIntegerField("số chỉ tiêu")
    target_count = models.PositiveIntegerField("số mức chỉ tiêu")
    task_count = models.PositiveIntegerField("số nhiệm vụ")
    duty_count = models.PositiveIntegerField("số chế độ báo cáo")
    finding_count = models.PositiveIntegerField("số điểm cần xem lại")
    unplaced_count = models.PositiveIntegerField("số đoạn chưa xếp được")
    read_at = models.DateTimeField("đọc lúc", auto_now_add=True)

    class Meta:
        verbose_name = "kết quả đọc"
        verbose_name_plural = "kết quả đọc"
        constraints = (
            models.CheckConstraint(
                name="reading_coverage_is_a_share",
                condition=Q(coverage__gte=0, coverage__lte=1),
                violation_error_message="Tỷ lệ phủ nằm trong khoảng 0 đến 1.",
            ),
        )

    def __str__(self) -> str:
        return str(self.document)


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
