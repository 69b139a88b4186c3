"""Direct: the chair orders something outside of any document, and it becomes a task like the others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.text import fold, nfc, sort_key
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.making.indicators import SORTED_SIGNS
from tinhso.steering.programmes.models import Acceptance, Assignment, Deadline, Heading, Programme, Task
from tinhso.steering.programmes.refusals import EmptyDirective

SECTION, CODE = "Chỉ đạo của Trưởng Ban Chỉ đạo", "CĐ"
#: Behind everything that stands in a document.
BEHIND = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Given:
    """By whom and when: nobody need accept what the chair has ordered."""

    programme: Programme
    by: Account
    at: datetime

    def columns(self, place: int = 0) -> dict[str, Any]:
        return {
            "programme": self.programme,
            "position": BEHIND + place,
            "acceptance": Acceptance.ACCEPTED,
            "accepted_by": self.by,
            "accepted_at": self.at,
        }


def direct(
    programme: Programme,
    text: str,
    *,
    leads: Collection[UnitVersion],
    due_on: date | None,
    by: Account,
    at: datetime | None = None,
) -> Task:
    """The task that the units are to lead, numbered CĐ-1, CĐ-2 …; the same order sent twice is one.

    Raises NotAllowed, ProgrammeClosed, EmptyDirective.
    """
    standing(by).require(Verb.DIRECT)
    require_running(programme)
    text = nfc(text).strip()
    if not text or not leads:
        raise EmptyDirective
    with transaction.atomic():
        # Two clicks at once wait for each other here, and so does the number.
        Programme.objects.select_for_update().get(pk=programme.pk)
        sent = _sent(programme, text, leads=leads, due_on=due_on, by=by)
        given = _Given(programme, by, at or timezone.now())
        return sent or _order(given, text, leads=leads, due_on=due_on)


def _sent(
    programme: Programme, text: str, *, leads: Collection[UnitVersion], due_on: date | None, by: Account
) -> Task | None:
    same = Task.objects.current().filter(programme=programme, origin=Task.Origin.DIRECTIVE, text=text, due_on=due_on)
    wanted = {lead.unit_id for lead in leads}
    found = same.filter(accepted_by=by, completed_on=None).prefetch_related("assignments")
    return next((task for task in found if {each.unit_id for each in task.assignments.all()} == wanted), None)


def _order(given: _Given, text: str, *, leads: Collection[UnitVersion], due_on: date | None) -> Task:
    number = Task.objects.filter(programme=given.programme, origin=Task.Origin.DIRECTIVE).count() + 1
    code, names = f"{CODE}-{number}", [body_name(lead) for lead in leads]
    task = Task.objects.create(
        **given.columns(number),
        code=code,
        origin=Task.Origin.DIRECTIVE,
        section=_section(given),
        section_title=SECTION,
        text=text,
        due_on=due_on,
        due_basis=Deadline.Basis.EXPLICIT if due_on else "",
        folded=fold(" ".join((code, text, *names))),
        sort_key=sort_key(text[:SORTED_SIGNS])[:1000],
    )
    _give(task, leads, given)
    if due_on:
        Deadline.objects.create(
            **given.columns(), task=task, kind=Deadline.Kind.DATE, basis=Deadline.Basis.EXPLICIT, due_on=due_on
        )
    facts = {"programme": given.programme.code, "task": code, "leads": [lead.unit.key for lead in leads]}
    announce("task.directed", subject=f"task/{task.pk}", facts={**facts, "due_on": due_on})
    return task


def _give(task: Task, leads: Collection[UnitVersion], given: _Given) -> None:
    Assignment.objects.bulk_create(
        Assignment(
            **given.columns(place),
            task=task,
            role=Assignment.Role.LEAD,
            wording=body_name(lead),
            certainty=Assignment.Certainty.CERTAIN,
            unit=lead.unit,
        )
        for place, lead in enumerate(leads)
    )


def _section(given: _Given) -> Heading:
    """The heading under which all directives stand."""
    known = Heading.objects.current().filter(programme=given.programme, code=CODE, position__gte=BEHIND).first()
    return known or Heading.objects.create(
        **given.columns(), code=CODE, label="", text=SECTION, level=1, role="directive"
    )
