"""Settle how an indicator is measured: accept the proposal, or correct it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.executing import naming_day
from tinhso.steering.figures.measuring import kept_measure
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import FigureImpossible, MeasureInUse, NotToBeTaken
from tinhso.steering.figures.taking import refuse_source
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Acceptance, Indicator
from tinhso.steering.programmes.refusals import ChangedMeanwhile

#: What a person may say of a measure.
SETTLED = ("kind", "aggregation", "timing", "better", "share_of_whole", "levels", "taken_from")


def settle(indicator: Indicator, wanted: Mapping[str, Any], *, by: Account, version: int) -> Measure:
    """The measure as it stands from now on. ``wanted`` has the columns of SETTLED; ``version`` is what the person saw.

    Raises NotAllowed, ProgrammeClosed, FigureImpossible, MeasureInUse, NotToBeTaken, ChangedMeanwhile.
    """
    standing(by).require(Verb.KEEP_FIGURES)
    require_running(indicator.programme)
    with transaction.atomic():
        stands = kept_measure(indicator, Roster.on(naming_day(indicator.programme, timezone.localdate())))
        changed = any(getattr(stands, name) != wanted[name] for name in SETTLED)
        columns = {name: wanted[name] for name in SETTLED}
        _refuse_used(stands, Measure(indicator=indicator, **columns))
        accepted = {
            "acceptance": Acceptance.CORRECTED if changed else Acceptance.ACCEPTED,
            "accepted_by": by,
            "accepted_at": timezone.now(),
        }
        same = Measure.objects.filter(indicator=indicator, version=version)
        if not same.update(version=F("version") + 1, **columns, **accepted):
            raise ChangedMeanwhile(mine=version, theirs=stands.version)
    stands.refresh_from_db()
    return stands


def _refuse_used(stands: Measure, wanted: Measure) -> None:
    """What others rely on stays: the kind of figures that were given, what an indicator that takes them agreed to."""
    if stands.kind != wanted.kind and Value.objects.filter(indicator=stands.indicator_id).exists():
        raise MeasureInUse
    _refuse_impossible(wanted)
    agreed = (stands.kind, stands.timing) == (wanted.kind, wanted.timing)
    if not agreed and Measure.objects.filter(taken_from=stands.indicator_id).exists():
        raise NotToBeTaken(why="Có chỉ tiêu đang lấy số từ đây nên loại số liệu và cách tính kỳ giữ nguyên.")
    if wanted.taken_from_id:
        refuse_source(wanted)


def _refuse_impossible(measure: Measure) -> None:
    try:
        measure.validate_constraints()
    except ValidationError as refusal:
        raise FigureImpossible(why=" ".join(refusal.messages)) from refusal
