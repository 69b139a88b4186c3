"""What was done about a report, as a person may read it, and why the unit has it again."""

from collections.abc import Iterable

from tinhso.steering.pages.reports.seen import Seen
from tinhso.steering.reporting.models import ReportDeed

Kind = ReportDeed.Kind
#: Which returns a deed answers.
_ANSWERS: dict[str, tuple[str, ...]] = {
    Kind.SENT: (Kind.RETURNED, Kind.HEAD_RETURNED),
    Kind.SUBMITTED: (Kind.HEAD_RETURNED,),
}


def deeds_shown(seen: Seen) -> list[ReportDeed]:
    """What was done, oldest first; what went on between officer and head only for those who see the draft."""
    deeds = seen.report.deeds.select_related("account", "in_name_of", "submission")
    return list(deeds if seen.part.sees_draft else deeds.exclude(kind__in=ReportDeed.INSIDE))


def returns_of(deeds: Iterable[ReportDeed]) -> list[ReportDeed]:
    """The returns to which nothing has been answered yet; what else was done since does not take them away."""
    standing: dict[str, ReportDeed] = {}
    for deed in deeds:
        for answered in _ANSWERS.get(deed.kind, ()):
            standing.pop(answered, None)
        if deed.kind in (Kind.RETURNED, Kind.HEAD_RETURNED):
            standing[deed.kind] = deed
    return list(standing.values())
