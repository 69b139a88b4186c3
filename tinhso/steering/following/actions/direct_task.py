"""Direct a task and tell the units that are to lead it."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Notice
from tinhso.steering.programmes.actions.direct import direct
from tinhso.steering.programmes.models import Programme, Task


def direct_task(
    programme: Programme, text: str, *, leads: Collection[UnitVersion], due_on: date | None, hand: Hand
) -> Task:
    """The task; sent twice, it is ordered and told once. Raises what ``programmes.actions.direct`` does."""
    with transaction.atomic():
        task = direct(programme, text, leads=leads, due_on=due_on, by=hand.by, at=hand.at)
        for lead in leads:
            Notice.objects.get_or_create(
                key=f"{Notice.Kind.GIVEN}:directive:{task.pk}:u{lead.unit_id}",
                defaults={
                    "task": task,
                    "kind": Notice.Kind.GIVEN,
                    "words": f"Trưởng Ban Chỉ đạo giao {task.code}: {task.text}"[:300],
                    "unit": lead.unit,
                    "verb": Verb.REPORT,
                    "created_at": hand.at,
                },
            )
    return task
