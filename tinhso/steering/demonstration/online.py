"""II.4 of the sample programme, the share of reports made online, is counted from its invented reports."""

from datetime import date

from tinhso.kernel.accounts.models import Account
from tinhso.steering.demonstration.chance import NOTE
from tinhso.steering.figures.actions.tie import Days, tie
from tinhso.steering.figures.counting import CUT_OFF, count_tie
from tinhso.steering.figures.models import Tie
from tinhso.steering.programmes.models import Indicator, Programme
from tinhso.steering.reporting.metrics import ONLINE

CODE = "II.4"


def tie_online(programme: Programme, *, by: Account) -> None:
    """From the programme's first day on; a plan without that indicator has nothing to tie."""
    found = Indicator.objects.current().filter(programme=programme, code=CODE).select_related("programme").first()
    if found is not None:
        tie(found, ONLINE.code, Days(programme.starts_on), by=by)


def count_online(programme: Programme, day: date) -> int:
    """Of the reports that were due by the day; how many figures of units there are of it."""
    ties = Tie.objects.of_programme(programme).filter(metric=ONLINE.code).select_related("indicator__programme")
    reason = f"{CUT_OFF}. {NOTE}"
    return sum(count_tie(each, programme.starts_on, day, by=None, reason=reason).written for each in ties)
