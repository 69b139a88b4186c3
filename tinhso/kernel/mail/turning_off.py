"""The address at the end of each letter that turns letters off, for whoever holds the letter; it opens nothing else."""

from typing import ClassVar

from django.core.signing import BadSignature, Signer
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.models import MailWishes
from tinhso.lib.errors import TinhsoError

_SIGNER = "tinhso.mail.off"


class NoSuchLetter(TinhsoError):
    """The address is none of ours, or the account has another e-mail since."""

    code: ClassVar[str] = "no_such_letter"
    status: ClassVar[int] = 404
    sentence = "Liên kết này không dùng được, hoặc thư điện tử của tài khoản đã đổi."


def path_to_turn_off(account: Account) -> str:
    """A path that names the account, signed with its present e-mail: another address makes former letters dumb."""
    return f"/thu/tat/{_signer(account.email).sign(str(account.pk)).replace(':', '.', 1)}"


def account_of(word: str) -> Account:
    """Whose letters the word turns off. Raises NoSuchLetter."""
    key, _, signature = word.partition(".")
    found = Account.objects.filter(pk=key, is_active=True).first() if key.isdecimal() and len(key) < 19 else None
    try:
        if found is None or _signer(found.email).unsign(f"{key}:{signature}") != key:
            raise NoSuchLetter
    except BadSignature as mistake:
        raise NoSuchLetter from mistake
    return found


def turn_off(account: Account) -> None:
    """No letters from now on; the page goes on telling."""
    MailWishes.objects.get_or_create(account=account)
    MailWishes.objects.filter(account=account).update(by_mail=False, version=F("version") + 1)


def _signer(email: str) -> Signer:
    return Signer(salt=f"{_SIGNER}:{email}")
