"""Thử lại: who keeps accounts has a letter sent again that did not go."""

from typing import ClassVar

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.mail.models import Letter
from tinhso.kernel.mail.queue import wake
from tinhso.lib.errors import TinhsoError


class LetterNotRetried(TinhsoError):
    """It has gone, or is just going."""

    code: ClassVar[str] = "letter_not_retried"
    status: ClassVar[int] = 409
    sentence = "Thư này đã gửi, đang gửi, hoặc chỉ nằm trong hộp thư; không có gì để thử lại."


@transaction.atomic
def retry(letter: Letter, *, by: Account) -> None:
    """It is tried anew from now on, with all its tries before it. Raises NotAllowed, LetterNotRetried."""
    standing(by).require(Verb.KEEP_ACCOUNTS)
    now = timezone.now()
    open_again = Letter.objects.filter(pk=letter.pk, state__in=(*Letter.RETRIED, Letter.State.WAITING))
    if not letter.may_be_retried or not open_again.update(
        state=Letter.State.WAITING, next_at=now, ended_at=None, handed_at=None, held_until=None, tries=0
    ):
        raise LetterNotRetried
    wake()
