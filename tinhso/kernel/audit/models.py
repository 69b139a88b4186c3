"""An entry of the log. Triggers write it; nothing changes it afterwards, except the seal that is set on it once."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q


class Verb(models.TextChoices):
    """What was done."""

    INSERT = "insert", "Thêm"
    UPDATE = "update", "Sửa"
    DELETE = "delete", "Xóa"
    READ = "read", "Xem dữ liệu cá nhân"
    SIGN_IN = "sign_in", "Đăng nhập"
    SIGN_IN_REFUSED = "sign_in_refused", "Đăng nhập không được"
    SIGN_OUT = "sign_out", "Đăng xuất"
    EXPORT = "export", "Tải nhật ký ra"


class Entries(models.QuerySet["Entry"]):
    """Entries by who, what and when; newest first unless said otherwise."""

    def of_table(self, table: str) -> "Entries":
        """Those about one table."""
        return self.filter(table_name=table)

    def of_row(self, row: models.Model) -> "Entries":
        """The history of one record."""
        return self.filter(table_name=row._meta.db_table, row_key=str(row.pk))

    def between(self, begin: datetime | None, end: datetime | None) -> "Entries":
        """From ``begin`` up to but not including ``end``; None leaves that side open."""
        entries = self if begin is None else self.filter(at__gte=begin)
        return entries if end is None else entries.filter(at__lt=end)

    def unsealed(self) -> "Entries":
        """Those not yet in the chain, in the order they will be."""
        return self.filter(sequence__isnull=True).order_by("id")

    def sealed(self) -> "Entries":
        """The chain, in its order."""
        return self.filter(sequence__isnull=False).order_by("sequence")


class Entry(models.Model):
    """One change of one row, or one sign-in or reading, by whom, through which door."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField("lúc", db_index=True)
    actor = models.CharField("tài khoản", max_length=60, blank=True)
    source = models.CharField("nguồn thao tác", max_length=80, blank=True)
    request = models.CharField("mã yêu cầu", max_length=36, blank=True)
    table_name = models.CharField("bảng", max_length=63)
    row_key = models.CharField("khóa", max_length=64)
    verb = models.CharField("việc", max_length=16, choices=Verb)
    before: "models.JSONField[Any, Any]" = models.JSONField("trước", null=True)
    after: "models.JSONField[Any, Any]" = models.JSONField("sau", null=True)
    sequence = models.BigIntegerField("số thứ tự trong chuỗi", null=True, unique=True)
    hash = models.CharField("mã băm", max_length=64, blank=True, default="")

    objects = Entries.as_manager()

    class Meta:
        verbose_name = "mục nhật ký"
        ordering = ("-id",)
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(fields=("id",), condition=Q(sequence__isnull=True), name="audit_unsealed"),
            models.Index(fields=("table_name", "row_key"), name="audit_row"),
            models.Index(fields=("actor", "id"), name="audit_actor"),
            models.Index(fields=("table_name", "id"), name="audit_table"),
            models.Index(fields=("verb", "id"), name="audit_verb"),
            models.Index(fields=("request",), condition=~Q(request=""), name="audit_request"),
        )

    def __str__(self) -> str:
        return f"{self.table_name} {self.row_key}: {self.get_verb_display()}"


class VerificationQuerySet(models.QuerySet["Verification"]):
    """Verifications by their state."""

    def live(self) -> Self:
        """Those that wait or run."""
        return self.filter(state__in=Verification.LIVE)


class Verification(models.Model):
    """One walk over the whole chain: how far it is, and what it found. It goes on when the page is closed."""

    class State(models.TextChoices):
        """Where the walk stands, and how it ended."""

        QUEUED = "queued", "Đang chờ"
        RUNNING = "running", "Đang kiểm tra"
        WHOLE = "whole", "Nguyên vẹn"
        BROKEN = "broken", "Có chỗ bị sửa, cắt"
        FAILED = "failed", "Không kiểm tra được"

    LIVE = (State.QUEUED, State.RUNNING)

    asked_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="+", verbose_name="người yêu cầu"
    )
    asked_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    expected = models.CharField("mục cuối đã ghi lại", max_length=90, blank=True)
    state = models.CharField("kết quả", max_length=10, choices=State.choices, default=State.QUEUED)
    checked = models.PositiveBigIntegerField("đã kiểm tra, mục", default=0)
    total = models.PositiveBigIntegerField("phải kiểm tra, mục", default=0)
    head = models.CharField("mã của mục cuối", max_length=64, blank=True)
    unsealed = models.PositiveBigIntegerField("chờ niêm phong, mục", default=0)
    missing_triggers = models.PositiveIntegerField("thiếu trigger", default=0)
    fault = models.TextField("chỗ hỏng đầu tiên", blank=True)
    seen_alive_at = models.DateTimeField("còn chạy lúc", auto_now_add=True)
    finished_at = models.DateTimeField("xong lúc", null=True, blank=True)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = "lần kiểm tra nhật ký"
        verbose_name_plural = "lần kiểm tra nhật ký"
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                models.Value(1), condition=Q(state__in=("queued", "running")), name="audit_one_verification_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}: {self.get_state_display()}"

    @property
    def is_live(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in self.LIVE

    @property
    def share(self) -> int:
        """How much is done, in percent."""
        return min(100, 100 * self.checked // self.total) if self.total else 0
