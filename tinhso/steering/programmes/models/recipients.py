"""A line of "Nơi nhận"."""

from django.db import models

from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class Recipient(Item):
    """A line of "Nơi nhận"."""

    text = models.TextField("nơi nhận")

    objects = ItemQuerySet["Recipient"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"
        default_related_name = "recipients"

    def __str__(self) -> str:
        return self.text
