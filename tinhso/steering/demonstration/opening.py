"""The public page of the sample programme: what a province would show of it."""

from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.actions.make_public import PAGE, make_public
from tinhso.steering.programmes.models import Indicator, Programme

#: The sections of the plan whose indicators are for everybody: its ground, and the digital administration.
SHOWN = ("I.", "II.")


def open_to_all(programme: Programme, *, by: Account) -> None:
    """The page, and the indicators of those sections."""
    of_section = Q()
    for code in SHOWN:
        of_section |= Q(code__startswith=code)
    found = Indicator.objects.current().filter(of_section, programme=programme)
    make_public(programme, [PAGE, *found.values_list("pk", flat=True)], by=by)
