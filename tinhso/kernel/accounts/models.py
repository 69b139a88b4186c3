"""An account is a person who signs in; a role assignment is what the person is at a unit, from one day to another."""

from collections.abc import Iterable
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.roles import Role, Verb, roles_that_may
from tinhso.kernel.organisations.models.validity import ValidityQuerySet, ends_after_it_begins
from tinhso.lib.text import fold, sort_key


class Accounts(BaseUserManager["Account"]):
    """Makes accounts and finds them by the name typed at sign-in."""

    def create_account(self, username: str, *, display_name: str, password: str | None = None) -> "Account":
        """A new account; without a password nobody can sign in with it yet."""
        account = self.model(
            username=username,
            display_name=display_name,
            folded=fold(f"{display_name} {username}"),
            sort_key=sort_key(display_name),
        )
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account by its name, whatever the case and the blanks typed around it."""
        return self.get(username=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """A person who signs in. No e-mail is asked for: many commune officers have none of the office."""

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    display_name = models.CharField("họ và tên", max_length=120)
    folded = models.CharField(max_length=200, editable=False, default="")
    sort_key = models.CharField(max_length=600, editable=False, default="")
    is_active = models.BooleanField("đang hoạt động", default=True)
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    version = models.PositiveIntegerField("phiên bản", default=1, editable=False)

    # The sign-in itself is an entry of the audit log; a column would only say the same again.
    last_login = None

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    class Meta:
        verbose_name = "tài khoản"
        ordering = ("sort_key", "username")
        constraints = (
            models.CheckConstraint(
                condition=Q(username__regex=r"^[a-z0-9][a-z0-9._-]{1,59}$"),
                name="accounts_username_plain",
                violation_error_message="Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối.",
            ),
        )

    def __str__(self) -> str:
        return self.display_name


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
