"""A question about how the system is, as a value, and the answer to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Answer:
    """How it is, in words that hold no secret; ``advice`` says what to do when it is not good."""

    tone: Tone
    words: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """Declared in a ``probes.py`` as ``PROBES = (Probe(…), …)``; found by its place.

    ``code`` is stable, for monitors. ``ask`` answers within a few seconds; one that raises counts as bad.
    ``order``: 10 the database, 20 the log, 30 the queue, 40 files, 50 what goes out, 60 the machine, 70 the program.
    """

    code: str
    label: str
    order: int
    ask: Callable[[], Answer]
