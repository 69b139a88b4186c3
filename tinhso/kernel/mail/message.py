"""A letter as it goes over the wire."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from tinhso.kernel.mail.content import whole
from tinhso.kernel.mail.models import Letter
from tinhso.kernel.mail.turning_off import path_to_turn_off

_A_BREAK = re.compile(rb"\r?\n")


def message_of(letter: Letter) -> bytes:
    """The letter as it goes over the wire. Its name is the same at every try, so that a mailbox knows it again."""
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    headers = {
        "Message-ID": f"<{letter.uid.hex}@{host}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{whole(path_to_turn_off(letter.account))}>",
    }
    message = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.account.email], headers=headers)
    message.attach_alternative(letter.html, "text/html")
    return _A_BREAK.sub(b"\r\n", message.message().as_bytes())


def plain_address(address: str) -> str:
    """With a domain of other letters written in plain ones. Raises ValueError, also of other letters before the @."""
    local, _, domain = address.rpartition("@")
    local.encode("ascii")
    return f"{local}@{domain.encode('idna').decode()}"
