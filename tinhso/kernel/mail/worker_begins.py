"""What a worker of the queue does for letters before it works."""

from tinhso.kernel.mail.queue import revive


def begin() -> None:
    """What a killed worker left is put in order, and what waits has a task."""
    revive()
