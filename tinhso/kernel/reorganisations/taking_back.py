"""What taking back the decisions of a day would undo, and what stands against it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.organisations.errors import StoodUpon
from tinhso.kernel.organisations.models import Reorganisation
from tinhso.kernel.organisations.reorganising import undo
from tinhso.kernel.reorganisations.models import Closing
from tinhso.lib.errors import TinhsoError


@dataclass(frozen=True, slots=True)
class Undoing:
    """The decisions of a day, the roles that they moved, and everything for which taking them back is refused."""

    day: date
    decisions: list[Reorganisation]
    closings: list[Closing]
    faults: list[TinhsoError]

    @property
    def moved_roles(self) -> list[int]:
        """Keys of the roles that people got at successors."""
        return [each.successor_role_id for each in self.closings if each.successor_role_id]

    @property
    def besides(self) -> dict[type, Q]:
        """What was written with the decisions and goes with them."""
        return {RoleAssignment: Q(pk__in=self.moved_roles)}


def undoing(day: date) -> Undoing:
    """A constant number of queries."""
    decisions = list(Reorganisation.objects.filter(effective_on=day).order_by("pk"))
    closings = Closing.objects.filter(enactment__reorganisation__in=decisions)
    found = Undoing(day, decisions, list(closings.select_related("role__account", "successor_role")), faults=[])
    found.faults.extend(undo.refusals(day, besides=found.besides))
    found.faults.extend(_resting(found.moved_roles))
    return found


def _resting(roles: list[int]) -> list[TinhsoError]:
    """What was built on a role that a decision moved: a delegation, for example."""
    told = []
    for relation in RoleAssignment._meta.related_objects:
        rows = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": roles})
        if relation.related_model is not Closing and (count := rows.count()):
            told.append(StoodUpon(what=f"{count} {relation.related_model._meta.verbose_name}"))
    return list[TinhsoError](told)
