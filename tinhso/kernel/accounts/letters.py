"""Letters by e-mail, where the installation has a server for them and the person an address."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

from tinhso.kernel.accounts.models import Account

_log = logging.getLogger(__name__)


def reachable(account: Account) -> bool:
    """Whether a letter can be sent to the person at all."""
    return can_send() and bool(account.email)


def can_send() -> bool:
    """Whether this installation sends letters."""
    return bool(settings.EMAIL_HOST)


def send(account: Account, subject: str, *lines: str, to: str = "") -> bool:
    """Whether the letter was taken over by the server. A failure stands in the log, without what was written."""
    address = to or account.email
    if not can_send() or not address:
        return False
    body = "\n\n".join((f"Kính gửi {account.display_name},", *lines, "tinhso – thư tự động, xin không trả lời."))
    try:
        EmailMessage(subject, body, to=[address]).send()
    except (OSError, SMTPException) as failure:
        # What the server wrote may hold the address.
        _log.warning("no letter to account %s: %s", account.pk, type(failure).__name__)
        return False
    return True
