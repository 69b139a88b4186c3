"""Tells other systems of a decision: what began, changed and ended, what moved from which unit to which."""

from collections.abc import Sequence
from datetime import date

from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.answering import Answering
from tinhso.kernel.organisations.models import Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.steps import Follow, Order


def announce_enforced(orders: Sequence[Order]) -> None:
    """One event a decision; call it when they are in force, inside their transaction."""
    ended = {step.unit for order in orders for step in order.steps if step.action == "end"}
    heirs = _heirs(ended, orders[0].reorganisation.effective_on)
    for order in orders:
        facts = {
            **_decision(order.reorganisation),
            "begun": _units(order, "establish"),
            "changed": _units(order, "amend"),
            "ended": [{"unit": unit, "work_goes_to": heirs[unit]} for unit in _units(order, "end")],
            "moved": [_moved(follow) for follow in order.follows],
        }
        announce("reorganisation.enforced", subject=f"reorganisation/{order.reorganisation.key}", facts=facts)


def announce_withdrawn(decisions: Sequence[Reorganisation], reason: str) -> None:
    """One event a decision, with what goes back; call it before they are undone, inside the transaction."""
    for decision in decisions:
        links = decision.successions.select_related("predecessor", "successor").order_by("pk")
        back = [
            {"from": link.successor.key if link.successor else None, "to": link.predecessor.key, "manner": link.manner}
            for link in links
        ]
        facts = {**_decision(decision), "reason": reason, "moved": back}
        announce("reorganisation.withdrawn", subject=f"reorganisation/{decision.key}", facts=facts)


def _decision(decision: Reorganisation) -> dict[str, object]:
    return {
        "decision": decision.key,
        "title": decision.title,
        "number": decision.number,
        "effective_on": decision.effective_on.isoformat(),
    }


def _units(order: Order, action: str) -> list[str]:
    return [step.unit for step in order.steps if step.action == action]


def _moved(follow: Follow) -> dict[str, object]:
    return {
        "from": follow.predecessor,
        "to": follow.successor or None,
        "manner": follow.manner,
        "share": str(follow.share) if follow.share is not None else None,
        "function": follow.function,
    }


def _heirs(ended: set[str], day: date) -> dict[str, list[str]]:
    """Who answers from the day on for the open work of units that ended; several where a person must still decide."""
    answering, units = Answering.read(), dict(Unit.objects.filter(key__in=ended).values_list("key", "pk"))
    takers = {key: [span.unit for span in answering.answerers(pk, day)] for key, pk in units.items()}
    keys = dict(Unit.objects.filter(pk__in={pk for found in takers.values() for pk in found}).values_list("pk", "key"))
    return {key: [keys[pk] for pk in takers.get(key, [])] for key in ended}
