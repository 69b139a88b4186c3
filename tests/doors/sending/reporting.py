"""Rounds and reports to act upon: of Huyện Mẫu, whose officer writes and whose head lets go."""

from datetime import date

from tests.doors.world import World
from tinhso.steering.reporting.actions.open_round import close_round, open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.models import CheckRule, Report, Round, RoundDue
from tinhso.steering.reporting.windows import Asked, Due

_ASKED = Asked(
    kind=Round.Kind.AD_HOC,
    basis=Round.Basis.FREE,
    title="Báo cáo đột xuất",
    first_day=date(2022, 6, 1),
    last_day=date(2022, 6, 20),
    dues=(Due(RoundDue.Sender.DISTRICT, date(2022, 6, 24), before=False),),
)


def planned(world: World) -> Round:
    """Not open yet. Lines left unsaid only warn."""
    CheckRule.objects.create(programme=world.programme, check_name="unsaid", severity="warn")
    return plan_round(_ASKED, [world.programme], world.hand("coordinator"))


def opened(world: World) -> Round:
    """Takes reports."""
    return open_round(planned(world), world.hand("coordinator"))


def closed(world: World) -> Round:
    """Takes none any more."""
    return close_round(opened(world), "Hết hạn", world.hand("coordinator"))


def report(world: World) -> Report:
    """Huyện Mẫu's, nothing written."""
    return Report.objects.get(round=opened(world), unit=world.lead)


def at_head(world: World) -> Report:
    """The officer has submitted it."""
    return submit(report(world), "", world.hand("officer"))


def sent(world: World) -> Report:
    """The head has sent it."""
    return submit(report(world), "", world.hand("head"))
