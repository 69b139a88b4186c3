"""An amount inside a task or a product."""

from django.db import models
from django.db.models import Q

from tinhso.steering.programmes.models.deliverables import Deliverable
from tinhso.steering.programmes.models.targets import Target
from tinhso.steering.programmes.models.tasks import Task


class Quantity(models.Model):
    """An amount inside a task or a product ("khoảng 50 doanh nghiệp"): it is no target."""

    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="quantities")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, null=True, blank=True, related_name="quantities")
    value = models.DecimalField("số lượng", max_digits=40, decimal_places=6)
    value_to = models.DecimalField("đến", max_digits=40, decimal_places=6, null=True, blank=True)
    unit = models.CharField("đơn vị tính", blank=True)
    comparator = models.CharField("so sánh", max_length=2, choices=Target.Comparator.choices)
    text = models.TextField("nguyên văn")

    class Meta:
        verbose_name = "số lượng"
        verbose_name_plural = "số lượng"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="quantity_is_of_one_thing",
                condition=Q(task__isnull=False, deliverable__isnull=True)
                | Q(task__isnull=True, deliverable__isnull=False),
                violation_error_message="Số lượng thuộc một nhiệm vụ hoặc một sản phẩm.",
            ),
        )

    def __str__(self) -> str:
        return self.text
