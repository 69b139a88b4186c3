"""An aim without a number."""

from django.db import models

from tinhso.steering.programmes.models.headings import Heading
from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class Objective(Item):
    """An aim without a number."""

    code = models.CharField("mã", blank=True)
    section = models.ForeignKey(Heading, models.SET_NULL, null=True, blank=True, related_name="objectives")
    section_title = models.TextField("đề mục", blank=True)
    text = models.TextField("mục tiêu")
    folded = models.TextField(editable=False)

    objects = ItemQuerySet["Objective"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "mục tiêu"
        verbose_name_plural = "mục tiêu"
        default_related_name = "objectives"

    def __str__(self) -> str:
        return self.text
