"""The measures of indicators: stored ones, and proposals where nobody has entered or accepted anything yet."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.proposing import proposed_measure
from tinhso.steering.programmes.models import Assignment, Indicator, Target


def measures_of(
    indicators: Iterable[Indicator], roster: Roster | None = None, *, rows: QuerySet[Measure] | None = None
) -> Mapping[int, Measure]:
    """Indicator → its measure; one query. Proposals know their levels only with a roster.

    ``rows`` are the stored ones with what the caller asks about them beside. The indicators come with targets and
    assignments (``listed_indicators``).
    """
    listed = list(indicators)
    asked = (Measure.objects.all() if rows is None else rows).select_related("taken_from__programme")
    stored = {each.indicator_id: each for each in asked.filter(indicator__in=[each.pk for each in listed])}
    return {
        each.pk: stored.get(each.pk)
        or proposed_measure(each, targets=each.targets.all(), people=each.assignments.all(), roster=roster)
        for each in listed
    }


def kept_measure(indicator: Indicator, roster: Roster) -> Measure:
    """The stored measure; the proposal is stored when the first value comes, or when somebody settles it."""
    stored = Measure.objects.filter(indicator=indicator).first()
    if stored is not None:
        return stored
    proposal = proposed_measure(indicator, targets=targets_of(indicator), people=people_of(indicator), roster=roster)
    columns = {
        field.attname: getattr(proposal, field.attname)
        for field in Measure._meta.concrete_fields
        if field.attname != "indicator_id"
    }
    return Measure.objects.get_or_create(indicator=indicator, defaults=columns)[0]


def people_of(indicator: Indicator) -> list[Assignment]:
    """The indicator's people with what they mean; one query."""
    return list(Assignment.objects.current().filter(indicator=indicator).select_related("unit", "post", "group"))


def targets_of(indicator: Indicator) -> list[Target]:
    """The indicator's targets; one query."""
    return list(Target.objects.current().filter(indicator=indicator).in_document_order())
