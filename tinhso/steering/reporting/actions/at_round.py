"""A round held while something is done about it, by who keeps the rounds of its department."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.text import paragraphs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.reach import acting_unit, in_name_of
from tinhso.steering.programmes.refusals import ProgrammeClosed
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Round, RoundEvent
from tinhso.steering.reporting.refusals import NotYourRound, RoundStands
from tinhso.steering.reporting.rights import keeps_rounds


@contextmanager
def at_round(round_: Round, hand: Hand, *, what: str) -> Iterator[Round]:
    """The round's row locked, so that two people act one after the other. Raises NotYourRound, ProgrammeClosed."""
    refuse_stranger(hand, round_.coordinating_unit_id, what=what)
    with transaction.atomic():
        Round.objects.select_for_update(of=("self",)).get(pk=round_.pk)
        held = rounds_with_asks().get(pk=round_.pk)
        require_going_on(held)
        yield held
    round_.refresh_from_db()


def require_going_on(round_: Round) -> None:
    """A round of several programmes goes on while one of them does. Raises ProgrammeClosed."""
    if not round_.going_on:
        raise ProgrammeClosed


def refuse_stranger(hand: Hand, coordinating_unit: int, *, what: str) -> None:
    """Raises NotYourRound, NotAllowed, Stranger."""
    standing(hand.by, hand.today).require(Verb.KEEP_ROUNDS)
    if not keeps_rounds(hand.by, coordinating_unit, hand.today):
        raise NotYourRound(what=what)


def done_before(round_: Round, hand: Hand) -> bool:
    """Whether the same sending was done the first time. Raises RoundStands where its key served for something else."""
    found = RoundEvent.objects.filter(once=hand.once).first()
    if found and (found.round_id != round_.pk or found.account_id != hand.by.pk):
        raise RoundStands(state="đã nhận biểu mẫu này cho việc khác", what="gửi lại")
    return found is not None


def note_event(round_: Round, kind: RoundEvent.Kind, hand: Hand | None, *, words: str = "") -> RoundEvent:
    """What was done, by whom; without a hand the system did it by its timer."""
    if hand is None:
        return RoundEvent.objects.create(round=round_, kind=kind, words=words)
    unit = acting_unit(hand.by, Verb.KEEP_ROUNDS, {round_.coordinating_unit_id}, day=hand.today)
    giver = in_name_of(hand, Verb.KEEP_ROUNDS, unit)
    facts = {"account": hand.by, "in_name_of": giver, "at": hand.at, "once": hand.once}
    return RoundEvent.objects.create(round=round_, kind=kind, words=paragraphs(words), **facts)
