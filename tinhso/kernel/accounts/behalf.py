"""In whose name somebody acts just now: known where a right was asked for, told to the log."""

from contextvars import ContextVar

#: The user name of who acts, and of those for whom.
_behalf: ContextVar[tuple[str, str]] = ContextVar("tinhso_behalf", default=("", ""))


def act_for(actor: str, givers: str) -> None:
    """From now on ``actor`` writes in the name of ``givers``, until the deed ends."""
    _behalf.set((actor, givers))


def acts_for(actor: str) -> str:
    """In whose name that person writes just now; "" in his own."""
    who, givers = _behalf.get()
    return givers if actor and who == actor else ""


def forget() -> None:
    """A new deed begins, in the person's own name."""
    _behalf.set(("", ""))
