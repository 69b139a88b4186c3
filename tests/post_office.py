"""A mail server of the test's own, on loopback: what was sent is what a real server took in."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as its reader sees it."""

    to: str
    subject: str
    text: str
    html: str = ""
    name: str = ""


class PostOffice(Handler):
    """The handler that aiosmtpd asks."""

    def __init__(self) -> None:
        super().__init__(EmailMessage)
        self._taken: list[EmailMessage] = []
        #: What the next recipients are answered instead of "250 OK": "550 5.1.1 …", in turn.
        self.answers: list[str] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd finds it by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take the recipient, or refuse him as the test says."""
        if self.answers:
            return self.answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message: Message) -> None:
        """Take the letter over."""
        self._taken.append(message_from_bytes(message.as_bytes(), policy=policy.default))

    def letters(self) -> list[Letter]:
        """Everything taken in, in its order."""
        return [_as_read(each) for each in self._taken]


def _as_read(message: EmailMessage) -> Letter:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    return Letter(
        str(message["To"]),
        str(message["Subject"]).strip(),
        plain.get_content() if plain else "",
        html.get_content() if html else "",
        str(message["Message-ID"]),
    )


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def post_office(settings: Settings) -> Iterator[PostOffice]:
    """The installation sends its letters here."""
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    # pytest-django puts a list in the place of the mail server, to keep tests from sending.
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield office
    controller.stop()
