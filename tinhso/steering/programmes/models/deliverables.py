"""A product named inside a task."""

from django.db import models

from tinhso.steering.programmes.models.items import Item, ItemQuerySet
from tinhso.steering.programmes.models.tasks import Task


class Deliverable(Item):
    """A product named inside a task, with its own deadline when it has one."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="deliverables", verbose_name="nhiệm vụ")
    text = models.TextField("sản phẩm")
    due_on = models.DateField("thời hạn", null=True, blank=True)
    due_before = models.BooleanField("trước ngày", default=False)
    due_basis = models.CharField("căn cứ thời hạn", max_length=10, blank=True)

    objects = ItemQuerySet["Deliverable"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "sản phẩm"
        verbose_name_plural = "sản phẩm"
        default_related_name = "deliverables"

    def __str__(self) -> str:
        return self.text
