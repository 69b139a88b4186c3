"""A file as a person handed it in, and its bytes, which are kept once however often they come."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.checking.formats import FORMATS


class Content(models.Model):
    """Bytes in the store, found by their SHA-256. ``scanned_by`` names the scanner that found nothing ("": none)."""

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("dung lượng (byte)")
    media_type = models.CharField("kiểu tệp", max_length=100)
    scanned_by = models.CharField("đã quét bằng", max_length=80, blank=True)
    kept_at = models.DateTimeField("lưu lúc", auto_now_add=True)

    class Meta:
        verbose_name = "nội dung tệp"
        verbose_name_plural = "nội dung tệp"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="content_is_not_empty",
                condition=Q(size__gt=0),
                violation_error_message="Tệp phải có nội dung.",
            ),
        )

    def __str__(self) -> str:
        return self.sha256

    @property
    def place(self) -> str:
        """Where it lies in the store: "files/ab/abcd…"."""
        return f"files/{self.sha256[:2]}/{self.sha256}"


class StoredFile(models.Model):
    """A file with the name it came under (made safe), who handed it in and when. It is never changed."""

    content = models.ForeignKey(Content, models.PROTECT, related_name="files", verbose_name="nội dung")
    name = models.CharField("tên tệp", max_length=200)
    kept_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người gửi"
    )
    kept_at = models.DateTimeField("gửi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "tệp"
        verbose_name_plural = "tệp"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> str:
        """What it is in words: "Văn bản Word"."""
        found = next((form for form in FORMATS if self.name.lower().endswith(f".{form.ending}")), None)
        return found.words if found else "Tệp"
