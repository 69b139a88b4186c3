"""What a person is at a unit, from one day to another."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models.account import Account
from tinhso.kernel.accounts.roles import Role, Verb, roles_that_may
from tinhso.kernel.organisations.models.validity import ValidityQuerySet, ends_after_it_begins


class RoleAssignments(ValidityQuerySet["RoleAssignment"]):
    """Role assignments by day, by verb and by person."""

    def granting(self, verb: Verb) -> Self:
        """Those whose role may do the verb."""
        return self.filter(role__in=roles_that_may(verb))

    def of(self, account: Account) -> Self:
        """One person's."""
        return self.filter(account=account)

    def in_roles(self, roles: Iterable[Role]) -> Self:
        """Those with one of the roles."""
        return self.filter(role__in=list(roles))


class RoleAssignment(models.Model):
    """A person holds a role at a unit, perhaps through a post, on given days (valid_to is the first day after)."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="roles", verbose_name="tài khoản")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    unit = models.ForeignKey(
        "organisations.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="role_assignments",
        verbose_name="đơn vị",
    )
    post = models.ForeignKey(
        "organisations.Post",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="role_assignments",
        verbose_name="chức vụ",
    )
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến trước ngày", null=True, blank=True)

    objects = RoleAssignments.as_manager()

    class Meta:
        verbose_name = "vai trò"
        ordering = ("account", "valid_from", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="accounts_role_known",
                violation_error_message="Vai trò không có trong danh mục.",
            ),
            ends_after_it_begins("accounts_role_days"),
            models.CheckConstraint(
                condition=Q(role=Role.CITIZEN) | Q(unit__isnull=False),
                name="accounts_role_at_unit",
                violation_error_message="Vai trò này phải gắn với một đơn vị.",
            ),
            models.UniqueConstraint(
                fields=("account", "role", "unit", "valid_from"),
                name="accounts_role_once",
                violation_error_message="Tài khoản đã có vai trò này tại đơn vị từ ngày này.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.account}"
