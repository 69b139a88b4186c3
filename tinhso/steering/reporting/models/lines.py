"""The lines of a report as they are being written: drafts, which count for nothing until the report is sent."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import StoredFile
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.models.reports import Report


class Line(models.Model):
    """What both kinds of line have: by whom and when it was saved, and whether it says that nothing has changed."""

    unchanged = models.BooleanField("không thay đổi", default=False)
    note = models.TextField("ghi chú", blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp minh chứng"
    )
    saved_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="người ghi")
    saved_at = models.DateTimeField("ghi lúc")
    version = models.PositiveIntegerField("phiên bản", default=1)

    class Meta:
        abstract = True


class TaskLine(Line):
    """What the unit says of a task it leads; ``said`` and ``share`` as in a progress entry."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="task_lines", verbose_name="báo cáo")
    task = models.ForeignKey(Task, models.CASCADE, related_name="report_lines", verbose_name="nhiệm vụ")
    said = models.CharField("tình hình", max_length=12, choices=ProgressEntry.Said.choices)
    share = models.PositiveSmallIntegerField("mức hoàn thành, %", null=True, blank=True)

    class Meta:
        verbose_name = "dòng nhiệm vụ"
        verbose_name_plural = "dòng nhiệm vụ"
        constraints = (
            models.UniqueConstraint(fields=("report", "task"), name="task_line_once_a_report"),
            models.CheckConstraint(
                name="task_line_share_is_a_percentage",
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100),
                violation_error_message="Mức hoàn thành từ 0 đến 100 %.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.task.code}: {self.get_said_display()}"

    @property
    def tells(self) -> bool:
        """Whether it says that something has happened; words and a file are read also beside "không thay đổi"."""
        return not self.unchanged or bool(self.note or self.file_id)


class FigureLine(Line):
    """A figure as it will be recorded: of an indicator, for the unit itself or for a body it stands in for.

    With none of its columns it says that the figure is not known yet; its note says why. ``from_on`` and ``to_on`` are
    the days that were asked for when it was saved.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="figure_lines", verbose_name="báo cáo")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="report_lines", verbose_name="chỉ tiêu")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị của số liệu")
    from_on = models.DateField("từ ngày", null=True, blank=True)
    to_on = models.DateField("đến ngày", null=True, blank=True)
    numerator = models.DecimalField("tử số", max_digits=30, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField("mẫu số", max_digits=30, decimal_places=6, null=True, blank=True)
    number = models.DecimalField("số", max_digits=30, decimal_places=6, null=True, blank=True)
    day = models.DateField("ngày", null=True, blank=True)
    answer = models.TextField("trả lời bằng lời", blank=True)
    not_applicable = models.BooleanField("không áp dụng", default=False)

    class Meta:
        verbose_name = "dòng số liệu"
        verbose_name_plural = "dòng số liệu"
        constraints = (
            models.UniqueConstraint(fields=("report", "indicator", "unit"), name="figure_line_once_a_report"),
            models.CheckConstraint(
                name="figure_line_says_something",
                condition=Q(numerator__isnull=False)
                | Q(number__isnull=False)
                | Q(day__isnull=False)
                | Q(not_applicable=True)
                | ~Q(answer="")
                | ~Q(note=""),
                violation_error_message="Chưa có số liệu thì phải ghi lý do ở cột ghi chú.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator.code}: {self.unit}"

    @property
    def is_unknown(self) -> bool:
        """Whether it says that the figure is not known yet."""
        said = (self.numerator, self.number, self.day)
        return all(each is None for each in said) and not self.answer and not self.not_applicable

    @property
    def tells(self) -> bool:
        """Whether it says that something has happened."""
        return not self.is_unknown and (not self.unchanged or bool(self.note or self.file_id))
