"""What a worker of the queue does for figures before it works."""

from datetime import timedelta

from tinhso.steering.figures.importing.asking import revive


def begin() -> None:
    """Files whose worker was killed go on."""
    revive(quiet_for=timedelta())
