"""An account is a person who signs in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from tinhso.lib.text import fold, sort_key


class Accounts(BaseUserManager["Account"]):
    """Makes accounts and finds them by the name typed at sign-in."""

    def create_account(
        self, username: str, *, display_name: str, password: str | None = None, email: str = ""
    ) -> "Account":
        """A new account; without a password nobody can sign in with it yet."""
        account = self.model(
            username=username,
            display_name=display_name,
            folded=fold(f"{display_name} {username}"),
            sort_key=sort_key(display_name),
            email=email,
        )
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account by its name, whatever the case and the blanks typed around it."""
        return self.get(username=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """A person who signs in. An e-mail may be missing: many commune officers have none of the office."""

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    display_name = models.CharField("họ và tên", max_length=120)
    folded = models.CharField(max_length=200, editable=False, default="")
    sort_key = models.CharField(max_length=600, editable=False, default="")
    # Not unique: a commune's officers may share the mailbox of the office. Whoever asks for a link names the account.
    email = models.EmailField("thư điện tử", blank=True, default="")
    is_active = models.BooleanField("đang hoạt động", default=True)
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    #: Set with a password that somebody else has seen: it opens until then, and only to choose an own one.
    password_expires_at = models.DateTimeField("mật khẩu tạm dùng đến", null=True, blank=True, editable=False)
    #: Counts the changes of the person's roles: a session of before gets a new key at its next request.
    rights_version = models.PositiveIntegerField("lần đổi vai trò", default=1, editable=False)
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
