"""Chance that always falls the same way, and the working hours in which invented things happen."""

from datetime import date, datetime, time
from hashlib import sha256

from django.utils import timezone

#: Stands in the note of everything that is invented.
NOTE = "Số liệu minh họa"


def chance(*of: object) -> float:
    """A number from 0 to 1 that is always the same for the same words."""
    return int.from_bytes(sha256(repr(of).encode()).digest()[:4], "big") / 2**32


def moment(day: date, place: int) -> datetime:
    """A working hour of the day, another for every place."""
    return timezone.make_aware(datetime.combine(day, time(8 + place % 8, place * 7 % 60)))
