"""``tinhso value MÃ --take``: an indicator whose figures are those of an indicator elsewhere, or its own again."""

from collections.abc import Sequence

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.actions.settle import SETTLED, settle
from tinhso.steering.figures.executing import naming_day
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.refusals import NoSuchIndicator
from tinhso.steering.figures.taking import called, named
from tinhso.steering.programmes.models import Indicator, Programme

#: Instead of a source: the figures are given here.
HERE = "-"


def take(programme: Programme, words: Sequence[str], *, by: Account) -> str:
    """The measure settled as it stands, with the source that the second word calls; tells what holds now.

    Raises NoSuchIndicator and what settling raises.
    """
    code, said = words
    indicator = Indicator.objects.current().filter(programme=programme, code=code).select_related("programme").first()
    if indicator is None:
        raise NoSuchIndicator(indicator=code)
    stands = measures_of([indicator], Roster.on(naming_day(programme, timezone.localdate())))[indicator.pk]
    source = None if said == HERE else named(said, by=by)
    wanted = {**{name: getattr(stands, name) for name in SETTLED}, "taken_from": source}
    settle(indicator, wanted, by=by, version=stands.version)
    return f"{code}: lấy số từ {called(source)}" if source else f"{code}: số nhập ở đây"
