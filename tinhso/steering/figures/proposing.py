"""How an indicator is measured, proposed from its targets and its people until somebody accepts it."""

from collections.abc import Collection, Iterable

from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import fold
from tinhso.steering.figures.executing import units_meant
from tinhso.steering.figures.levels import Level, level_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.programmes.models import Assignment, Indicator, Target

_RATIO_WORDS = ("ty le", "ty trong", "ti le", "ti trong")
_DOWNWARD = (Target.Comparator.AT_MOST, Target.Comparator.BELOW)


def proposed_measure(
    indicator: Indicator, *, targets: Collection[Target], people: Iterable[Assignment], roster: Roster | None
) -> Measure:
    """An unsaved measure; the targets and people are the indicator's current ones.

    Without a roster the levels are not asked after: no figure is given yet, so nothing hangs on them in a list.
    """
    kind = _kind(indicator, targets)
    is_share = kind == Measure.Kind.RATIO and all(target.value <= 100 for target in targets)
    return Measure(
        # By its key: with the row itself the indicator, which may be one that all share, would take this for its own.
        indicator_id=indicator.pk,
        kind=kind,
        aggregation=Measure.Aggregation.NONE if kind == Measure.Kind.WORDS else Measure.Aggregation.SUM,
        timing=Measure.Timing.CUMULATIVE,
        better=Measure.Better.DOWN if _goes_down(targets) else Measure.Better.UP,
        share_of_whole=is_share and fold(indicator.name).startswith(_RATIO_WORDS),
        levels=",".join(_levels(people, targets, roster)) if roster else Level.WHOLE,
    )


def _kind(indicator: Indicator, targets: Collection[Target]) -> str:
    if not targets:
        return Measure.Kind.WORDS
    percent = any(target.unit == "%" for target in targets)
    return Measure.Kind.RATIO if percent or fold(indicator.name).startswith(_RATIO_WORDS) else Measure.Kind.NUMBER


def _goes_down(targets: Collection[Target]) -> bool:
    return bool(targets) and all(target.comparator in _DOWNWARD for target in targets)


def _levels(people: Iterable[Assignment], targets: Collection[Target], roster: Roster) -> list[str]:
    """The levels of those who execute; of bodies that nobody directs, the districts that help count for them.

    Where neither is listed, one figure is given for the whole province.
    """
    named = list(people)
    leads = _levels_of([each for each in named if each.role == Assignment.Role.LEAD], roster)
    inside = leads - {Level.OUTSIDE}
    helpers = _levels_of([each for each in named if each.role == Assignment.Role.COOPERATOR], roster)
    if not inside and Level.DISTRICT in helpers:
        inside = {Level.DISTRICT}
    aimed = {target.level for target in targets}
    # "Cấp tỉnh, cấp huyện" asks nothing of the communes that the same sentence orders to help.
    inside = {level for level in inside if level in aimed} or inside if "" not in aimed else inside
    inside = inside or leads or {Level(level) for level in aimed if level}
    return [level for level in Level.values if level in (inside or {Level.WHOLE})]


def _levels_of(people: Iterable[Assignment], roster: Roster) -> set[Level]:
    return {level_of(version.kind) for each in people for version in units_meant(each, roster)}
