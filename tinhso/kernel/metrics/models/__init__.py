"""What was counted, and which records it counted."""

from tinhso.kernel.metrics.models.counts import Count, Pile, UnitCount

__all__ = ["Count", "Pile", "UnitCount"]
