"""Whom an unsure wording may mean."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.organisations.models import Group, Post, Unit
from tinhso.steering.programmes.models.assignments import Assignment


class Candidate(models.Model):
    """A unit, post or group that an unsure wording may mean; the likeliest first."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="candidates")
    place = models.PositiveSmallIntegerField("thứ tự")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "khả năng"
        verbose_name_plural = "khả năng"
        ordering = ("assignment", "place")
        constraints = (
            models.UniqueConstraint(fields=("assignment", "place"), name="candidate_place_once"),
            models.CheckConstraint(
                name="candidate_is_one_body",
                condition=Q(unit__isnull=False, post__isnull=True, group__isnull=True)
                | Q(unit__isnull=True, post__isnull=False, group__isnull=True)
                | Q(unit__isnull=True, post__isnull=True, group__isnull=False),
                violation_error_message="Mỗi khả năng là một đơn vị, một chức vụ hoặc một nhóm.",
            ),
        )

    def __str__(self) -> str:
        return str(self.unit or self.post or self.group)
