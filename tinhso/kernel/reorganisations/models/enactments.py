"""A draft in force: when, by whom, what it closed; and when it was taken back."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.organisations.models import Holding, Post, Reorganisation
from tinhso.kernel.reorganisations.models.drafts import Draft


class Enactment(models.Model):
    """One time that a draft took effect. ``reorganisation`` is what it became, none once it was taken back."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="enactments", verbose_name="dự thảo")
    reorganisation = models.OneToOneField(
        Reorganisation, models.SET_NULL, null=True, blank=True, related_name="enactment", verbose_name="quyết định"
    )
    by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đưa vào hiệu lực"
    )
    at = models.DateTimeField("đưa vào hiệu lực lúc")
    taken_back_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người rút lại"
    )
    taken_back_at = models.DateTimeField("rút lại lúc", null=True, blank=True)
    reason = models.CharField("lý do rút lại", max_length=500, blank=True)

    class Meta:
        verbose_name = "lần có hiệu lực"
        verbose_name_plural = "lần có hiệu lực"
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("draft",), condition=Q(taken_back_at__isnull=True), name="draft_is_in_force_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.draft} {self.at:%Y-%m-%d}"


class Closing(models.Model):
    """A post, a holding or a role that ended with a unit, with the end it had before (none: it was open).

    ``successor_role`` is the role that the same person then got at the unit that follows.
    """

    enactment = models.ForeignKey(Enactment, models.CASCADE, related_name="closings", verbose_name="lần có hiệu lực")
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="chức vụ")
    holding = models.ForeignKey(
        Holding, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="người giữ chức vụ"
    )
    role = models.ForeignKey(
        RoleAssignment, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="vai trò"
    )
    valid_to = models.DateField("trước đó đến trước ngày", null=True, blank=True)
    successor_role = models.ForeignKey(
        RoleAssignment, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="vai trò kế tiếp"
    )

    class Meta:
        verbose_name = "chức vụ, vai trò kết thúc theo đơn vị"
        verbose_name_plural = "chức vụ, vai trò kết thúc theo đơn vị"
        ordering = ("enactment", "pk")
        constraints = (
            models.CheckConstraint(
                name="closing_is_of_one_thing",
                condition=Q(post__isnull=False, holding__isnull=True, role__isnull=True)
                | Q(post__isnull=True, holding__isnull=False, role__isnull=True)
                | Q(post__isnull=True, holding__isnull=True, role__isnull=False),
                violation_error_message="Mỗi dòng ghi đúng một chức vụ, một người giữ hoặc một vai trò.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.enactment}: {self.post or self.holding or self.role}"
