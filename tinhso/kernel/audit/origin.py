"""Who is acting, through which door, in which request: known to the database's triggers while the deed is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from tinhso.kernel.accounts.behalf import acts_for, forget

_UNKNOWN = "không rõ"


@dataclass(frozen=True, slots=True)
class Origin:
    """``actor`` is a user name or "" (the machine itself); ``source`` is "web", "lệnh migrate", "việc nền …"."""

    actor: str
    source: str
    request: str


def _of_process() -> Origin:
    words = [word for word in sys.argv[1:3] if not word.startswith("-")]
    program = Path(sys.argv[0]).stem.strip("-") if sys.argv else ""
    return Origin(actor="", source=f"lệnh {' '.join(words) or program or _UNKNOWN}"[:80], request="")


_current: ContextVar[Origin | None] = ContextVar("tinhso_origin", default=None)


def current() -> Origin:
    """The origin of what is being done now; outside a request or ``acting``, the command of this process.

    The source also says in whose name: "trang web, thay mặt giam-doc".
    """
    origin = _current.get() or _of_process()
    givers = acts_for(origin.actor)
    return replace(origin, source=f"{origin.source}, thay mặt {givers}"[:80]) if givers else origin


@contextmanager
def acting(*, actor: str, source: str, request: str = "") -> Iterator[Origin]:
    """Everything written inside is recorded as this person's, through this door.

    For work outside a request, for example a queued task: ``with acting(actor=account.username, source="việc nền
    đọc kế hoạch"): …``. A request gets its own from the middleware.
    """
    origin = Origin(actor=actor, source=source[:80], request=request or uuid4().hex)
    forget()
    token = _current.set(origin)
    try:
        yield origin
    finally:
        _current.reset(token)
        forget()
