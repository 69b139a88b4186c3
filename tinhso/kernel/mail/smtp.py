"""One conversation with the mail server, in which many letters are handed over."""

import re
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr
from types import TracebackType
from typing import Self

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from tinhso.kernel.mail.message import message_of, plain_address
from tinhso.kernel.mail.models import Letter

FAULTS = (OSError, smtplib.SMTPException)
_TAKEN, _FOR_GOOD, _LONGEST = range(200, 300), 500, 200
_AN_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@]+>?")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server said of one letter: taken, refused for good, or not now; in words without addresses."""

    taken: bool
    for_good: bool = False
    words: str = ""


class NoLongerOurs(OSError):
    """Another one has taken the letter over while we spoke."""


class MailServer:
    """The server that the settings name, spoken to while the block lasts."""

    def __init__(self) -> None:
        self._backend = EmailBackend()

    def __enter__(self) -> Self:
        """Raises one of FAULTS."""
        self._backend.open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._backend.close()

    def hand_over(self, letter: Letter, *, before: Callable[[], None]) -> Reply:
        """Name the sender and the recipient, call ``before``, then hand the letter over.

        What is raised (one of FAULTS) before that call says that nothing was handed over; after it, nobody knows.
        """
        line = self._line()
        try:
            to, message = plain_address(letter.account.email), message_of(letter)
        except ValueError:
            return Reply(taken=False, for_good=True, words="Địa chỉ hoặc tên thư không viết được theo chuẩn thư.")
        for said in (line.mail(parseaddr(settings.DEFAULT_FROM_EMAIL)[1]), line.rcpt(to)):
            if not _taken(said):
                line.rset()
                return _reply(said)
        before()
        try:
            return _reply(line.data(message))
        except smtplib.SMTPDataError as refusal:
            return _reply((refusal.smtp_code, _bytes(refusal.smtp_error)))

    def _line(self) -> smtplib.SMTP:
        line: smtplib.SMTP | None = self._backend.connection
        if line is None:
            raise smtplib.SMTPServerDisconnected
        line.ehlo_or_helo_if_needed()
        return line


def fault_words(fault: BaseException) -> str:
    """Why there was no conversation, without what the server wrote."""
    if isinstance(fault, smtplib.SMTPAuthenticationError):
        return "Máy chủ thư không nhận tên, mật khẩu của hệ thống."
    if isinstance(fault, TimeoutError):
        return "Máy chủ thư không trả lời kịp."
    return f"Không nói chuyện được với máy chủ thư ({type(fault).__name__})."


def _bytes(words: bytes | str) -> bytes:
    return words.encode() if isinstance(words, str) else words


def _taken(said: tuple[int, bytes]) -> bool:
    return said[0] in _TAKEN


def _reply(said: tuple[int, bytes]) -> Reply:
    if _taken(said):
        return Reply(taken=True)
    words = _AN_ADDRESS.sub("…", said[1].decode("utf-8", "replace")).replace("\x00", "")
    return Reply(taken=False, for_good=said[0] >= _FOR_GOOD, words=f"Máy chủ trả lời {said[0]}: {words}"[:_LONGEST])
