"""What an administrator does to an account that stands: name it, close it, give a new password, end a role."""

from datetime import date
from typing import ClassVar

from django.db.models import F

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.opening import new_password, set_temporary
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.sessions import end_sessions, rights_changed
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


def describe(account: Account, display_name: str, email: str, *, version: int, by: Account) -> None:
    """The name and where letters go, unless somebody saved since ``version``. Raises NotAllowed, SavedMeanwhile."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    _change(
        account,
        version,
        display_name=display_name,
        email=email,
        folded=fold(f"{display_name} {account.username}"),
        sort_key=sort_key(display_name),
    )


def close(account: Account, *, version: int, by: Account) -> None:
    """Nobody signs in with it from now on, and its sessions end. Raises NotAllowed, OwnAccount, SavedMeanwhile."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    if account.pk == by.pk:
        raise OwnAccount
    _change(account, version, is_active=False)
    end_sessions(account)


def reopen(account: Account, *, version: int, by: Account) -> None:
    """It serves again, with the roles it holds. Raises NotAllowed, SavedMeanwhile."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    _change(account, version, is_active=True)


def renew_password(account: Account, *, by: Account) -> str:
    """A random password, told once: it opens for some days, and only to choose an own one. Raises NotAllowed.

    Every session of the account ends.
    """
    standing(by).require(Verb.KEEP_ACCOUNTS)
    password = new_password()
    set_temporary(account, password)
    end_sessions(account)
    return password


def set_own_password(account: Account, password: str) -> None:
    """The password that only the person knows; the checks are the form's."""
    account.set_password(password)
    account.password_expires_at = None
    account.save(update_fields=["password", "password_expires_at"])


def end_role(held: RoleAssignment, *, on: date, by: Account) -> None:
    """``on`` is the first day without it. Raises NotAllowed, EndsBeforeItBegins."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    if on <= held.valid_from:
        raise EndsBeforeItBegins
    RoleAssignment.objects.filter(pk=held.pk).update(valid_to=on)
    rights_changed(held.account)


def _change(account: Account, version: int, **columns: object) -> None:
    same = Account.objects.filter(pk=account.pk, version=version)
    if not same.update(version=F("version") + 1, **columns):
        raise SavedMeanwhile
