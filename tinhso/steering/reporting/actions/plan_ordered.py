"""Lập các kỳ theo kế hoạch: every round that a plan orders; what cannot be planned is left, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.models import Duty, Programme
from tinhso.steering.reporting.actions.plan_round import plan_round, refuse_overlap, same_round
from tinhso.steering.reporting.models import Round
from tinhso.steering.reporting.proposing import proposed_rounds
from tinhso.steering.reporting.refusals import DueOrderWrong, NoTimeToWrite, RoundImpossible, RoundsOverlap
from tinhso.steering.reporting.windows import Asked, refuse_unfit

_Unplannable = (DueOrderWrong, NoTimeToWrite, RoundImpossible, RoundsOverlap)


@dataclass(frozen=True, slots=True)
class Ordered:
    """A round that the plan orders: as it stands, or the sentence that says why it cannot be planned; neither where
    nothing is in its way."""

    asked: Asked
    duty: Duty
    round: Round | None = None
    why_not: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it would be planned."""
        return self.round is None and not self.why_not


def ordered_rounds(programme: Programme, standing: Iterable[Round]) -> list[Ordered]:
    """What planning all of them would do, given the rounds that ask about the programme; three queries.

    Empty where the plan names no day of the month.
    """
    rounds = list(standing)
    found: list[Ordered] = []
    for asked, duty in proposed_rounds(programme):
        before: list[Round | Asked] = [*rounds, *(each.asked for each in found if each.is_new)]
        stands = same_round(asked, [programme], rounds)
        why_not = "" if stands else _why_not(asked, before, late=programme.named_day_is_late)
        found.append(Ordered(asked, duty, stands, why_not))
    return found


def plan_ordered(programme: Programme, hand: Hand) -> list[Ordered]:
    """Each of them as it stands afterwards, planned by itself. Raises NotYourRound, ProgrammeClosed, RoundImpossible
    where the plan orders none."""
    proposals = proposed_rounds(programme)
    if not proposals:
        raise RoundImpossible(why="Kế hoạch không ghi ngày gửi báo cáo định kỳ nào; hãy lập từng kỳ.")
    return [_planned(asked, duty, programme, hand=hand) for asked, duty in proposals]


def _planned(asked: Asked, duty: Duty, programme: Programme, *, hand: Hand) -> Ordered:
    try:
        return Ordered(asked, duty, plan_round(asked, [programme], hand, duties=[duty]))
    except _Unplannable as refusal:
        return Ordered(asked, duty, why_not=refusal.sentence)


def _why_not(asked: Asked, others: Iterable[Round | Asked], *, late: bool) -> str:
    try:
        refuse_unfit(asked, office_calendar(), named_day_is_late=late)
        refuse_overlap(asked, others)
    except _Unplannable as refusal:
        return refusal.sentence
    return ""
