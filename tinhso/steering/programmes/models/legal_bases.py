"""A document that the plan stands on."""

from django.db import models

from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class LegalBasis(Item):
    """A document that the plan stands on."""

    text = models.TextField("căn cứ")
    kind = models.CharField("loại văn bản", blank=True)
    number = models.CharField("số, ký hiệu", blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.TextField("cơ quan ban hành", blank=True)
    subject = models.TextField("trích yếu", blank=True)

    objects = ItemQuerySet["LegalBasis"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"
        default_related_name = "legal_bases"

    def __str__(self) -> str:
        return self.text
