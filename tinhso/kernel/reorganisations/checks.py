"""What speaks against drafts beside the rules of the tree."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.reorganising.apply import Rehearsal
from tinhso.kernel.reorganisations.errors import DraftEmpty, RoleBeginsLater, SharesAboveWhole, SuccessorNotStanding
from tinhso.kernel.reorganisations.models import Draft, Line
from tinhso.kernel.reorganisations.roles import Proposal
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError


def faults(drafts: Sequence[Draft], rehearsal: Rehearsal, roles: Iterable[Proposal]) -> list[TinhsoError]:
    """Everything for which the drafts of one day would be refused."""
    day, lines = drafts[0].effective_on, [line for draft in drafts for line in draft.lines.all()]
    empty = [DraftEmpty(title=draft.title) for draft in drafts if not draft.lines.all()]
    late = [
        RoleBeginsLater(account=each.role.account.display_name, day=write_date(each.role.valid_from))
        for each in roles
        if each.role.valid_from >= day
    ]
    standing = rehearsal.book.standing(day)
    return [*empty, *rehearsal.refusals, *_not_standing(lines, standing, day), *_above_whole(lines), *late]


def _not_standing(lines: Iterable[Line], standing: dict[str, UnitVersion], day: date) -> list[TinhsoError]:
    named = dict.fromkeys(line.successor for line in lines if line.successor)
    return [SuccessorNotStanding(unit=key, day=write_date(day)) for key in named if key not in standing]


def _above_whole(lines: Iterable[Line]) -> list[TinhsoError]:
    shares: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        shares[line.unit] += line.share or 0
    return [SharesAboveWhole(unit=unit) for unit, share in shares.items() if share > 1]
