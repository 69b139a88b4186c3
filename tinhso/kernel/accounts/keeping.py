"""What an administrator does to an account that stands: name it, close it, give a new password, end a role."""

from datetime import date
from typing import ClassVar

from django.db.models import F

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.opening import new_password
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import fold, sort_key


class SavedMeanwhile(TinhsoError):
    """Somebody else saved first."""

    code: ClassVar[str] = "saved_meanwhile"
    status: ClassVar[int] = 409
    sentence = "Có người vừa lưu trước bạn."


class OwnAccount(TinhsoError):
    """Nobody closes the door on himself."""

    code: ClassVar[str] = "own_account"
    status: ClassVar[int] = 422
    sentence = "Bạn không thể khóa tài khoản của chính mình."


class EndsBeforeItBegins(TinhsoError):
    """A role cannot end on or before its first day."""

    code: ClassVar[str] = "ends_before_it_begins"
    status: ClassVar[int] = 422
    sentence = "Ngày thôi giữ vai trò phải sau ngày bắt đầu."


def rename(account: Account, display_name: str, *, version: int, by: Account) -> None:
    """A new name, unless somebody saved since ``version``. Raises NotAllowed, SavedMeanwhile."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    _change(
        account,
        version,
        display_name=display_name,
        folded=fold(f"{display_name} {account.username}"),
        sort_key=sort_key(display_name),
    )


def close(account: Account, *, version: int, by: Account) -> None:
    """Nobody signs in with it from now on, and its sessions end. Raises NotAllowed, OwnAccount, SavedMeanwhile."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    if account.pk == by.pk:
        raise OwnAccount
    _change(account, version, is_active=False)


def reopen(account: Account, *, version: int, by: Account) -> None:
    """It serves again, with the roles it holds. Raises NotAllowed, SavedMeanwhile."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    _change(account, version, is_active=True)


def renew_password(account: Account, *, by: Account) -> str:
    """A new random password, told once; every session of the account ends. Raises NotAllowed."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    password = new_password()
    account.set_password(password)
    account.save(update_fields=["password"])
    return password


def end_role(held: RoleAssignment, *, on: date, by: Account) -> None:
    """``on`` is the first day without it. Raises NotAllowed, EndsBeforeItBegins."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    if on <= held.valid_from:
        raise EndsBeforeItBegins
    RoleAssignment.objects.filter(pk=held.pk).update(valid_to=on)


def _change(account: Account, version: int, **columns: object) -> None:
    same = Account.objects.filter(pk=account.pk, version=version)
    if not same.update(version=F("version") + 1, **columns):
        raise SavedMeanwhile
