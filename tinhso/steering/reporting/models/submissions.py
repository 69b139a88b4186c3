"""What a unit sent, as it sent it: nothing here is changed or deleted."""

from django.db import models

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Value
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Indicator, Task
from tinhso.steering.reporting.models.deeds import ReportDeed
from tinhso.steering.reporting.models.reports import Report


class Submission(models.Model):
    """One sending of a report: its deed and the fixed parts as they were; the lines stand beside."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="submissions", verbose_name="báo cáo")
    number = models.PositiveSmallIntegerField("lần gửi")
    deed = models.OneToOneField(ReportDeed, models.PROTECT, related_name="submission", verbose_name="việc gửi")
    results = models.TextField("kết quả thực hiện", blank=True)
    difficulties = models.TextField("khó khăn, nguyên nhân", blank=True)
    proposals = models.TextField("đề xuất, kiến nghị", blank=True)
    directions = models.TextField("phương hướng, nhiệm vụ kỳ tới", blank=True)
    nil = models.BooleanField("không có nội dung phát sinh", default=False)

    class Meta:
        verbose_name = "lần gửi báo cáo"
        verbose_name_plural = "lần gửi báo cáo"
        ordering = ("report", "number")
        constraints = (models.UniqueConstraint(fields=("report", "number"), name="submission_numbered_once"),)

    def __str__(self) -> str:
        return f"{self.report}, lần {self.number}"


class SentTask(models.Model):
    """A line on a task as it was sent; ``entry`` is what it became; ``behalf`` for whom it spoke."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="tasks", verbose_name="lần gửi")
    task = models.ForeignKey(Task, models.PROTECT, related_name="+", verbose_name="nhiệm vụ")
    unchanged = models.BooleanField("không thay đổi", default=False)
    said = models.CharField("tình hình", max_length=12, choices=ProgressEntry.Said.choices)
    share = models.PositiveSmallIntegerField("mức hoàn thành, %", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)
    behalf = models.TextField("thay mặt", blank=True)
    entry = models.ForeignKey(
        ProgressEntry, models.PROTECT, null=True, blank=True, related_name="sent_in", verbose_name="cập nhật"
    )

    class Meta:
        verbose_name = "nhiệm vụ đã báo cáo"
        verbose_name_plural = "nhiệm vụ đã báo cáo"
        constraints = (models.UniqueConstraint(fields=("submission", "task"), name="sent_task_once"),)

    def __str__(self) -> str:
        return f"{self.task.code}: {self.get_said_display()}"


class SentFigure(models.Model):
    """A figure's line as it was sent; ``value`` is the figure that it gave or confirmed, none for "chưa có số liệu":
    then the note says why."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="figures", verbose_name="lần gửi")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+", verbose_name="chỉ tiêu")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị của số liệu")
    unchanged = models.BooleanField("không thay đổi", default=False)
    note = models.TextField("ghi chú", blank=True)
    value = models.ForeignKey(
        Value, models.PROTECT, null=True, blank=True, related_name="sent_in", verbose_name="số liệu"
    )

    class Meta:
        verbose_name = "số liệu đã báo cáo"
        verbose_name_plural = "số liệu đã báo cáo"
        constraints = (models.UniqueConstraint(fields=("submission", "indicator", "unit"), name="sent_figure_once"),)

    def __str__(self) -> str:
        return f"{self.indicator.code}: {self.value or 'chưa có số liệu'}"
