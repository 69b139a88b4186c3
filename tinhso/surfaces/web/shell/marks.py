"""The values that the marks of a page are made of."""

from dataclasses import dataclass

#: Tone of a mark → the sign beside its word, so that colour is never the only sign.
SIGNS = {"good": "check", "warn": "clock", "bad": "alert", "info": "right", "neutral": "dash"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole in a bar of counts; with an address it is a link to what it counts."""

    label: str
    count: int
    tone: str
    address: str = ""
