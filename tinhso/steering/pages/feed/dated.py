"""What has a day in somebody's calendar."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dated:
    """``key`` is the same for the same thing whenever it is asked; ``version`` grows when it changes."""

    key: str
    day: date
    title: str
    words: str
    address: str
    version: int
    cancelled: bool = False
