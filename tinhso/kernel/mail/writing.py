"""Writing a letter, as part of what causes it: either both stand or neither."""

from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.content import Content, one_line
from tinhso.kernel.mail.hours import allowed_at
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.mail.queue import wake
from tinhso.kernel.mail.rendering import written
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.text import fold


class OutsideTransaction(Exception):
    """A letter was written about something that could still be undone without it."""


def wishes_of(account: Account) -> MailWishes:
    """The row of the person, made when there is none."""
    return MailWishes.objects.get_or_create(account=account)[0]


def write_letter(
    account: Account,
    content: Content,
    *,
    key: str,
    kind: str,
    office: str = "",
    unit: Unit | None = None,
    now: datetime | None = None,
) -> Letter:
    """The letter under that key, written once. It goes at the first moment outside the person's quiet hours.

    Without a mail server it stays here, to be read in the mailbox page. Raises OutsideTransaction.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(key)
    at, kept = now or timezone.now(), not settings.EMAIL_HOST
    text, html = written(account, content, office=office)
    subject = one_line(content.subject)
    facts = {
        "account": account,
        "kind": kind,
        "office": office[:300],
        "unit": unit,
        "subject": subject,
        "folded": fold(f"{account.display_name} {account.username} {office} {subject}"),
        "text": text,
        "html": html,
        "written_at": at,
        "state": Letter.State.KEPT if kept else Letter.State.WAITING,
        "next_at": None if kept else allowed_at(wishes_of(account), at),
        "ended_at": timezone.now() if kept else None,
    }
    letter, made = Letter.objects.get_or_create(key=key, defaults=facts)
    if made and not kept:
        wake()
    return letter
