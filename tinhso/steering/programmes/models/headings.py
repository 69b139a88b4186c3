"""A heading of the plan."""

from django.db import models
from django.db.models import F, Q

from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class Heading(Item):
    """A numbered heading or title; ``code`` is its whole path ("II.1.a"), ``owner`` the names it hands down."""

    code = models.CharField("mã", blank=True)
    label = models.CharField("số hiệu", blank=True)
    text = models.TextField("tiêu đề")
    level = models.PositiveSmallIntegerField("cấp")
    role = models.CharField("vai trò trong văn bản", blank=True)
    owner = models.TextField("người được giao", blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")

    objects = ItemQuerySet["Heading"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "đề mục"
        verbose_name_plural = "đề mục"
        default_related_name = "headings"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="heading_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Đề mục không nằm trong chính nó.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()
