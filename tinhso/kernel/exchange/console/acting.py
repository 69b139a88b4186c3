"""In whose name a command works: an operator at the machine says which account answers for it."""

from typing import ClassVar

from tinhso.kernel.accounts.models import Account
from tinhso.lib.errors import TinhsoError


class NoSuchAccount(TinhsoError):
    """No open account has this name."""

    code: ClassVar[str] = "no_such_account"
    status: ClassVar[int] = 404
    sentence = "Không có tài khoản “{username}” đang hoạt động."


def account_named(username: str) -> Account:
    """The open account. Raises NoSuchAccount."""
    account = Account.objects.filter(username=username.strip().lower(), is_active=True).first()
    if account is None:
        raise NoSuchAccount(username=username)
    return account
