"""What an operator may set about sessions, links and letters."""

import os
from datetime import timedelta
from urllib.parse import parse_qsl, unquote, urlparse

from tinhso.lib.errors import TinhsoError


class NotANumber(TinhsoError):
    """A variable of the environment that must be a whole number is none."""

    code = "settings.not_a_number"
    status = 500
    sentence = "{name}: phải là một số nguyên dương, không phải “{value}”."


def _number(name: str, usual: int) -> int:
    value = os.environ.get(name, "") or str(usual)
    if not value.isdecimal() or not int(value):
        raise NotANumber(name=name, value=value)
    return int(value)


def sessions() -> tuple[timedelta, timedelta]:
    """How long a session may rest, and how long it may last at all."""
    idle = timedelta(minutes=_number("TINHSO_SESSION_IDLE_MINUTES", 30))
    return idle, timedelta(hours=_number("TINHSO_SESSION_HOURS", 10))


def link_days() -> tuple[int, int]:
    """How many days an invitation opens, and how many a link or password given by an administrator."""
    return _number("TINHSO_INVITATION_DAYS", 7), _number("TINHSO_RESET_DAYS", 2)


def address(hosts: list[str], *, https: bool) -> str:
    """Where people reach the service, for links that no request has asked for."""
    here = f"127.0.0.1:{os.environ.get('TINHSO_PORT', '') or 8000}"
    return f"{'https' if https else 'http'}://{hosts[0] if hosts else here}"


def second_step_roles(*, https: bool) -> list[str]:
    """The roles that must have a second step. Without TLS (a machine to try it out) none, unless said."""
    usual = "administrator,coordinator" if https else ""
    asked = os.environ.get("TINHSO_SECOND_STEP_ROLES", usual)
    return [role.strip() for role in asked.split(",") if role.strip()]


def letters(url: str) -> tuple[str, int, str, str, bool, bool]:
    """Host, port, user, password, TLS from the start (``smtps``), TLS later (``?starttls=1``) of a mail server.

    ``smtp://user:password@host:port?starttls=1``; without an address the host is "", and no letters are sent.
    """
    parsed = urlparse(url)
    secure = parsed.scheme == "smtps"
    starts_later = dict(parse_qsl(parsed.query)).get("starttls") == "1"
    port = parsed.port or (465 if secure else 25)
    user, password = unquote(parsed.username or ""), unquote(parsed.password or "")
    return parsed.hostname or "", port, user, password, secure, starts_later and not secure
