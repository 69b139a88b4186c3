"""A sentence that gives work named elsewhere to bodies."""

from django.db import models

from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class OwnerSentence(Item):
    """A sentence that gives tasks named elsewhere to bodies ("chủ trì các nhiệm vụ tại mục IV.4.3").

    The bodies stand as assignments with the tasks; ``who`` and ``targets`` are as written, joined by "; ".
    """

    role = models.CharField("vai trò")
    who = models.TextField("người được giao")
    targets = models.TextField("mục được giao", blank=True)
    text = models.TextField("câu giao việc")

    objects = ItemQuerySet["OwnerSentence"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "câu giao việc"
        verbose_name_plural = "câu giao việc"
        default_related_name = "owner_sentences"

    def __str__(self) -> str:
        return self.text
