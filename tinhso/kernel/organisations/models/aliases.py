"""Other ways in which documents write a unit, a post or a group."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.organisations.models.groups import Group
from tinhso.kernel.organisations.models.posts import Post
from tinhso.kernel.organisations.models.units import Unit


class Alias(models.Model):
    """A wording that means exactly one unit, post or group. One wording may stand for several: then it is unsure."""

    text = models.CharField("cách viết", max_length=255)
    folded = models.CharField(max_length=255, editable=False, db_index=True)
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="aliases")
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="aliases")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="aliases")

    class Meta:
        verbose_name = "tên khác"
        verbose_name_plural = "tên khác"
        ordering = ("folded", "pk")
        constraints = (
            models.CheckConstraint(
                name="alias_means_one_thing",
                condition=Q(unit__isnull=False, post__isnull=True, group__isnull=True)
                | Q(unit__isnull=True, post__isnull=False, group__isnull=True)
                | Q(unit__isnull=True, post__isnull=True, group__isnull=False),
                violation_error_message="Một cách viết chỉ một đơn vị, một chức vụ hoặc một nhóm.",
            ),
            models.UniqueConstraint(fields=("folded", "unit"), name="alias_of_unit_once"),
            models.UniqueConstraint(fields=("folded", "post"), name="alias_of_post_once"),
            models.UniqueConstraint(fields=("folded", "group"), name="alias_of_group_once"),
        )

    def __str__(self) -> str:
        return self.text
