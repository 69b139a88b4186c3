"""A rule of law as a value: what it is called, where it stands, when it holds, its numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Parameters = TypeVar("Parameters")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Parameters]):
    """In force from ``effective_from`` (that day included) to ``effective_to`` (excluded, None while in force)."""

    name: str
    legal_basis: str
    effective_from: date
    effective_to: date | None
    parameters: Parameters

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on that day."""
        return self.effective_from <= day and (self.effective_to is None or day < self.effective_to)
