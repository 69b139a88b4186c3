"""How a task stands, in the words of a unit."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from tinhso.steering.following.models.deeds import Deed, DeedQuerySet


class ProgressQuerySet(DeedQuerySet["ProgressEntry"]):
    """Entries that hold, and the latest of each task."""

    def in_force(self) -> Self:
        """Those that count: approved where the programme asks for it, not returned, and not corrected by an entry that
        counts."""
        corrections = ProgressEntry.objects.filter(about=OuterRef("pk"), for_head=False, returned_at__isnull=True)
        return self.filter(~Exists(corrections), for_head=False, returned_at__isnull=True)

    def to_say_anew(self) -> Self:
        """Those returned since when their unit has said nothing more."""
        since = ProgressEntry.objects.filter(
            task=OuterRef("task"), unit=OuterRef("unit"), recorded_at__gt=OuterRef("returned_at")
        )
        return self.filter(~Exists(since), returned_at__isnull=False, task__withdrawn_at__isnull=True)

    def waiting_for_head(self) -> Self:
        """Those that the unit's head has not approved yet, of tasks that the programme still has."""
        return self.filter(for_head=True, task__withdrawn_at__isnull=True)

    def latest_of_each(self) -> Self:
        """Of each task and unit the one with the latest day that holds."""
        later = ProgressEntry.objects.in_force().filter(task=OuterRef("task"), unit=OuterRef("unit"))
        newest = later.order_by("-day", "-recorded_at", "-pk").values("pk")[:1]
        return self.in_force().filter(pk=models.Subquery(newest))


class ProgressEntry(Deed):
    """One report on a task: ``note`` says what was done; a correction is about the entry that it corrects."""

    class Said(models.TextChoices):
        """How the unit says the task stands."""

        DOING = "doing", "Đang thực hiện"
        UNCHANGED = "unchanged", "Không thay đổi"
        STUCK = "stuck", "Có khó khăn, vướng mắc"
        NOT_BEGUN = "not_begun", "Chưa thực hiện"
        READY = "ready", "Đã làm xong phần việc"

    said = models.CharField("tình hình", max_length=12, choices=Said.choices)
    share = models.PositiveSmallIntegerField("mức hoàn thành, %", null=True, blank=True)
    for_head = models.BooleanField("chờ thủ trưởng duyệt", default=False)
    returned_at = models.DateTimeField("trả lại lúc", null=True, blank=True)

    #: Why it was returned; only where a person's desk (``waiting``) has asked for it.
    reason: str

    objects: ClassVar = ProgressQuerySet.as_manager()

    class Meta:
        verbose_name = "cập nhật tiến độ"
        verbose_name_plural = "cập nhật tiến độ"
        constraints = (
            models.CheckConstraint(
                name="progress_share_is_a_percentage",
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100),
                violation_error_message="Mức hoàn thành từ 0 đến 100 %.",
            ),
            models.CheckConstraint(
                name="progress_said_is_known",
                condition=Q(said__in=("doing", "unchanged", "stuck", "not_begun", "ready")),
                violation_error_message="Tình hình không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="progress_returned_waits_no_more",
                condition=Q(returned_at__isnull=True) | Q(for_head=False),
                violation_error_message="Cập nhật đã trả lại thì không còn chờ duyệt.",
            ),
        )

    @property
    def is_returned(self) -> bool:
        """Whether it was sent back, and so does not count."""
        return self.returned_at is not None
