"""A deed for many tasks, each in its own transaction: rehearsed and taken back, or done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import sort_key
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.bulk.deeds import BulkDeed, Facts
from tinhso.steering.pages.fingerprints import fingerprint
from tinhso.steering.programmes.models import Task


@dataclass(frozen=True, slots=True)
class Outcome:
    """A task, and why the deed was refused there ("" when it was not)."""

    task: Task
    refusal: str


@dataclass(frozen=True, slots=True)
class Errand:
    """The deed with what was asked once, who does it, and the key of this sending."""

    deed: BulkDeed
    facts: Facts
    by: Account
    once: str

    def hand(self, task: Task) -> Hand:
        """The same words under the same key have the same key at the same task; other words are another deed."""
        said = fingerprint(self.facts, self.deed.key, str(task.pk))
        return Hand(self.by, once=uuid5(NAMESPACE_OID, f"{self.once}:{said}").hex)


def rehearse(errand: Errand, tasks: Sequence[Task]) -> list[Outcome]:
    """What would happen, with nothing written."""
    return [_rehearsed(errand, task) for task in tasks]


def perform(errand: Errand, tasks: Sequence[Task]) -> list[Outcome]:
    """Done for each task that allows it."""
    return [_attempt(errand, task) for task in tasks]


def perform_all(errand: Errand, tasks: Sequence[Task]) -> list[Outcome]:
    """Done for all, or for none when one refuses."""
    with transaction.atomic():
        outcomes = perform(errand, tasks)
        if any(outcome.refusal for outcome in outcomes):
            transaction.set_rollback(True)
    return outcomes


def told(deed: BulkDeed, outcomes: Sequence[Outcome], day: date) -> list[tuple[str, int]]:
    """Who would get how many notices: a body's name of the day, or its last; who gets most first."""
    if deed.tells is None:
        return []
    counts = Counter(unit for each in outcomes if not each.refusal for unit in deed.tells(each.task, day))
    roster = Roster.on(day)
    versions = roster.versions_of(counts)
    found = [(roster.called(version), counts[unit]) for unit, version in versions.items()]
    return sorted(found, key=lambda line: (-line[1], sort_key(line[0])))


def _rehearsed(errand: Errand, task: Task) -> Outcome:
    with transaction.atomic():
        outcome = _attempt(errand, task)
        transaction.set_rollback(True)
    return outcome


def _attempt(errand: Errand, task: Task) -> Outcome:
    # Fetched anew: a rehearsal leaves its marks on the object.
    fresh = Task.objects.select_related("programme").get(pk=task.pk)
    fresh.version = task.version
    try:
        with transaction.atomic():
            errand.deed.do(fresh, errand.facts, errand.hand(fresh))
    except TinhsoError as refusal:
        return Outcome(task, refusal.sentence)
    return Outcome(task, "")
