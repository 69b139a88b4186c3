"""A piece of the text that fell into no item."""

from django.db import models


class Unplaced(models.Model):
    """A piece of the text that fell into no item, kept so that a person can see it."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="unplaced")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    text = models.TextField("đoạn văn")

    class Meta:
        verbose_name = "đoạn chưa xếp được"
        verbose_name_plural = "đoạn chưa xếp được"
        ordering = ("programme", "position", "pk")

    def __str__(self) -> str:
        return self.text
