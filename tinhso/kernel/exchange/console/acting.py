"""In whose name a command works: an operator at the machine says which account answers for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.origin import acting
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


@contextmanager
def in_name_of(username: str, command: str) -> Iterator[Account]:
    """The open account; what is written inside is its own in the log, by this command. Raises NoSuchAccount."""
    account = account_named(username)
    with acting(actor=account.username, source=f"lệnh {command}"):
        yield account
