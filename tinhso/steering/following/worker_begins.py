"""What a worker of the queue does for reminders before it works."""

from tinhso.steering.following.reminding.clock import wind_up


def begin() -> None:
    """A round waits, also after a worker was killed in one."""
    wind_up()
