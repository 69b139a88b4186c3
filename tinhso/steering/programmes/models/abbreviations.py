"""A short form that the text defines."""

from django.db import models

from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class Abbreviation(Item):
    """A short form that the text defines."""

    short = models.CharField("viết tắt")
    long = models.TextField("viết đầy đủ")

    objects = ItemQuerySet["Abbreviation"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "chữ viết tắt"
        verbose_name_plural = "chữ viết tắt"
        default_related_name = "abbreviations"

    def __str__(self) -> str:
        return f"{self.short}: {self.long}"
