"""A document named inside a task."""

from django.db import models

from tinhso.steering.programmes.models.tasks import Task


class TaskReference(models.Model):
    """A document named inside a task. Its date is never a deadline."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="references", verbose_name="nhiệm vụ")
    text = models.TextField("nguyên văn")
    kind = models.CharField("loại văn bản", blank=True)
    number = models.CharField("số, ký hiệu", blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.TextField("cơ quan ban hành", blank=True)
    subject = models.TextField("trích yếu", blank=True)

    class Meta:
        verbose_name = "văn bản viện dẫn"
        verbose_name_plural = "văn bản viện dẫn"
        ordering = ("task", "pk")

    def __str__(self) -> str:
        return self.text
