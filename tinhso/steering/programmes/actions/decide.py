"""Decide about single changes of a corrected version: take the new words, or keep what the programme has."""

from collections.abc import Mapping

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Decision, PlanDocument, Programme


def decide(programme: Programme, document: PlanDocument, choices: Mapping[str, str], *, by: Account) -> None:
    """Keep the choices (key of a change → Decision.Choice) until the version is applied; a later choice replaces.

    A choice that stands already keeps who made it. Raises NotAllowed, ProgrammeClosed.
    """
    standing(by).require(Verb.START_PROGRAMME)
    require_running(programme)
    known = decisions_of(programme, document)
    fresh = [
        Decision(
            programme=programme, base=programme.document, document=document, key=key, choice=choice, by=by,
            at=timezone.now(),
        )
        for key, choice in choices.items()
        if choice in Decision.Choice.values and (key not in known or known[key].choice != choice)
    ]  # fmt: skip
    Decision.objects.bulk_create(
        fresh,
        update_conflicts=True,
        unique_fields=["programme", "base", "document", "key"],
        update_fields=["choice", "by", "at"],
    )


def decisions_of(programme: Programme, document: PlanDocument) -> dict[str, Decision]:
    """What was decided about the document beside the one that the programme stands on, by the change's key."""
    found = Decision.objects.filter(programme=programme, base=programme.document_id, document=document)
    return {decision.key: decision for decision in found.select_related("by")}
