"""What units issued because a duty due once orders it, and units of which it is not asked."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.programmes.models import Duty


class DutyPaperQuerySet(models.QuerySet["DutyPaper"]):
    """Papers by whether they count."""

    def in_force(self) -> Self:
        """Neither corrected nor returned."""
        return self.filter(superseded_at__isnull=True, returned_at__isnull=True)

    def last_of_each(self) -> Self:
        """Of each duty and unit what was said last, returned or not."""
        return self.filter(superseded_at__isnull=True)


class DutyPaper(models.Model):
    """A unit has issued the document that a duty orders of it, and sent it on ``sent_on``; never changed.

    Another one that ``corrects`` it takes its place; the department in charge may return it, and then it counts no
    more until the unit records another. ``unit`` is the unit of its time, ``in_name_of`` who had delegated the right.
    """

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="papers", verbose_name="chế độ báo cáo")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duty_papers", verbose_name="đơn vị")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="duty_papers", verbose_name="văn bản")
    sent_on = models.DateField("ngày gửi")
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người ghi")
    in_name_of = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thay mặt người ủy quyền"
    )
    recorded_at = models.DateTimeField("ghi lúc", default=timezone.now)
    once = models.CharField("khóa gửi một lần", max_length=64, unique=True, default=one_time_key, editable=False)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay cho"
    )
    superseded_at = models.DateTimeField("thay bằng bản ghi khác lúc", null=True, blank=True)
    returned_at = models.DateTimeField("trả lại lúc", null=True, blank=True)
    returned_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người trả lại"
    )
    return_reason = models.TextField("lý do trả lại", blank=True)

    objects = DutyPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản theo chế độ báo cáo"
        verbose_name_plural = "văn bản theo chế độ báo cáo"
        ordering = ("duty", "recorded_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("duty", "unit"),
                condition=Q(superseded_at__isnull=True),
                name="duty_paper_of_unit_once",
                violation_error_message="Đơn vị đã ghi văn bản cho việc này; hãy sửa bản ghi đã có.",
            ),
            models.CheckConstraint(
                name="duty_paper_returned_with_reason",
                condition=Q(returned_at__isnull=True, returned_by__isnull=True, return_reason="")
                | (Q(returned_at__isnull=False, returned_by__isnull=False) & ~Q(return_reason="")),
                violation_error_message="Trả lại phải có người trả lại và lý do.",
            ),
        )

    def __str__(self) -> str:
        return str(self.document)

    @property
    def makers(self) -> frozenset[int]:
        """The accounts whose own it is."""
        return frozenset({self.recorded_by_id, self.in_name_of_id or self.recorded_by_id})


class DutyExemption(models.Model):
    """The duty is not asked of a unit that its words name, says the department in charge; it may end again."""

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="exemptions", verbose_name="chế độ báo cáo")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    reason = models.TextField("lý do")
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người ghi")
    recorded_at = models.DateTimeField("ghi lúc", default=timezone.now)
    ended_at = models.DateTimeField("bỏ lúc", null=True, blank=True)
    ended_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người bỏ"
    )

    class Meta:
        verbose_name = "đơn vị không phải gửi"
        verbose_name_plural = "đơn vị không phải gửi"
        ordering = ("duty", "unit", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("duty", "unit"),
                condition=Q(ended_at__isnull=True),
                name="duty_exemption_once",
                violation_error_message="Đơn vị đã được ghi là không phải gửi.",
            ),
            models.CheckConstraint(
                name="duty_exemption_says_why",
                condition=~Q(reason=""),
                violation_error_message="Không áp dụng phải có lý do.",
            ),
            models.CheckConstraint(
                name="duty_exemption_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__gte=F("recorded_at"), ended_by__isnull=False),
                violation_error_message="Bỏ đánh dấu không áp dụng phải ghi ai và lúc nào.",
            ),
        )

    def __str__(self) -> str:
        return self.reason
