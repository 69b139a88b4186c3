"""A piece of work on one task: the task locked, the person's part in it known, what may be refused refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.dates import write_date
from tinhso.lib.text import paragraphs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.judging import JUDGES, heads_of, judging
from tinhso.steering.following.models import Completion, Deed
from tinhso.steering.following.parts import Part, Units, part_in, refuse_outsider
from tinhso.steering.following.reach import Right, acting_unit, in_name_of, is_own
from tinhso.steering.following.refusals import (
    AlreadySent,
    DayAhead,
    OwnClaim,
    ReasonMissing,
    StandingTask,
    TaskDone,
    TaskWithdrawn,
)
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Task

Made = TypeVar("Made", bound=Deed)


@dataclass(frozen=True, slots=True)
class Work:
    """One action on one task by one person, inside its transaction."""

    task: Task
    hand: Hand
    part: Part

    @property
    def day(self) -> date:
        """The day on which things are done unless said: today, in a demonstration the day at which it stands."""
        return self.task.programme.demonstration_on or self.hand.today

    def sent(self, model: type[Made]) -> Made | None:
        """What the same sending did the first time; None when this is the first time. Raises AlreadySent where the
        key served for something else, or for other words."""
        hand = self.hand
        mine: QuerySet[Made] = QuerySet(model).filter(account=hand.by, task=self.task, fingerprint=hand.fingerprint)
        found: Made | None = mine.filter(once=hand.once).first()
        if found is None and Deed.objects.filter(once=hand.once).exists():
            raise AlreadySent
        return found

    def write(
        self, model: type[Made], kind: Deed.Kind, *, through: Units, verb: Verb = Verb.REPORT, **facts: object
    ) -> Made:
        """The deed as a row; ``through`` are the units of the task for which the person may act."""
        hand = self.hand
        unit = acting_unit(hand.by, verb, through, day=hand.today)
        giver = in_name_of(hand, verb, unit)
        sending = {"recorded_at": hand.at, "once": hand.once, "fingerprint": hand.fingerprint}
        about = {"day": self.day, "in_name_of": giver, **sending, **facts}
        return QuerySet(model).create(task=self.task, kind=kind, account=hand.by, unit_id=unit, **about)

    def judging(self, deed: Deed, *, what: str) -> Right:
        """The units through which the person judges what a unit said, by which right. Raises NotYourTask."""
        right = judging(self.part, deed, heads_of(self.task, self.hand.today))
        refuse_outsider(right.through, what=what, whose=JUDGES)
        return right

    def refuse_own(self, deed: Deed, right: Right) -> None:
        """Raises OwnClaim where the person, or he for whom he acts, would decide on what is his own."""
        if is_own(deed, self.hand.by, right, day=self.hand.today):
            raise OwnClaim

    def refuse_done(self) -> None:
        """Raises TaskDone once the lead has said that the task is done."""
        if Completion.objects.current().filter(task=self.task).exists():
            raise TaskDone

    def refuse_standing(self) -> None:
        """Raises StandingTask."""
        if self.task.standing:
            raise StandingTask

    def refuse_ahead(self, day: date) -> None:
        """Raises DayAhead for a day that has not come."""
        if day > self.hand.today:
            raise DayAhead(day=write_date(day))


@contextmanager
def at_work(task: Task, hand: Hand) -> Iterator[Work]:
    """Hold the task so that two people act one after the other. Raises NotAllowed, ProgrammeClosed, TaskWithdrawn.

    ``task`` is refreshed when the work is done.
    """
    standing(hand.by, hand.today).require(Verb.READ_PROGRAMMES)
    with transaction.atomic():
        held = Task.objects.select_for_update(of=("self",)).select_related("programme").get(pk=task.pk)
        require_running(held.programme)
        if held.withdrawn_at is not None:
            raise TaskWithdrawn
        yield Work(held, hand, part_in(held, hand.by, hand.today))
    task.refresh_from_db()


def reason_given(reason: str) -> str:
    """The reason as it is kept. Raises ReasonMissing."""
    said = paragraphs(reason)
    if not said:
        raise ReasonMissing
    return said
