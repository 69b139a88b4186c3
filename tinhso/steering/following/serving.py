"""Who still works for a unit, and who has left."""

from collections.abc import Collection
from datetime import date

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.accounts.roles import Verb


def serving(people: Collection[int], day: date) -> frozenset[int]:
    """Those of these accounts that are open and report for some unit on the day; one query, none for nobody.

    The others have left: what was given to them, or returned to them, waits for somebody else.
    """
    if not people:
        return frozenset()
    held = RoleAssignment.objects.granting(Verb.REPORT).valid_on(day)
    found = held.filter(account__in=people, account__is_active=True).order_by()
    return frozenset(found.values_list("account", flat=True))
