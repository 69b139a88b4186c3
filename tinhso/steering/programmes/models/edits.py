"""What a person did to an item: the words before and after, and why."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models.duties import Duty
from tinhso.steering.programmes.models.indicators import Indicator
from tinhso.steering.programmes.models.tasks import Task

#: The columns of which exactly one is set.
EDITED = ("indicator", "task", "duty")


class EditQuerySet(models.QuerySet["Edit"]):
    """Edits by item; the newest first."""

    def newest_first(self) -> "EditQuerySet":
        """By the time of the deed."""
        return self.order_by("-at", "-pk")


class Edit(models.Model):
    """One deed of a person on one item. ``differences`` are labelled words: [{"label", "before", "after"}]."""

    class Deed(models.TextChoices):
        """What was done."""

        CORRECTED = "corrected", "Sửa"
        SPLIT = "split", "Tách"
        MERGED = "merged", "Gộp"
        ADDED = "added", "Thêm"
        DROPPED = "dropped", "Bỏ"
        RESTORED = "restored", "Lấy lại"

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="edits")
    indicator = models.ForeignKey(Indicator, models.CASCADE, null=True, blank=True, related_name="edits")
    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="edits")
    duty = models.ForeignKey(Duty, models.CASCADE, null=True, blank=True, related_name="edits")
    deed = models.CharField("việc", max_length=10, choices=Deed.choices)
    differences = models.JSONField("khác trước", default=list)
    reason = models.TextField("lý do", blank=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người làm")
    at = models.DateTimeField("lúc", auto_now_add=True)

    objects = EditQuerySet.as_manager()

    class Meta:
        verbose_name = "lần sửa mục"
        verbose_name_plural = "lần sửa mục"
        ordering = ("programme", "at", "pk")
        indexes = (models.Index(fields=("programme", "at"), name="edit_by_time"),)
        constraints = (
            models.CheckConstraint(
                name="edit_is_of_one_item",
                condition=Q(indicator__isnull=False, task__isnull=True, duty__isnull=True)
                | Q(indicator__isnull=True, task__isnull=False, duty__isnull=True)
                | Q(indicator__isnull=True, task__isnull=True, duty__isnull=False),
                violation_error_message="Mỗi lần sửa thuộc đúng một chỉ tiêu, nhiệm vụ hoặc chế độ báo cáo.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_deed_display()}: {self.item}"

    @property
    def kind(self) -> str:
        """The kind of item: one of EDITED."""
        return next(kind for kind in EDITED if getattr(self, f"{kind}_id") is not None)

    @property
    def item(self) -> Indicator | Task | Duty | None:
        """The item that it was done to."""
        return self.indicator or self.task or self.duty
