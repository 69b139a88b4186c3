"""Rounds and reports with what belongs to them: a constant number of queries."""

from django.db.models import Prefetch

from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Report, Round, RoundProgramme
from tinhso.steering.reporting.models.reports import ReportQuerySet
from tinhso.steering.reporting.models.rounds import RoundQuerySet


def rounds_with_asks() -> RoundQuerySet:
    """With the programmes that each asks about and its due days: three queries."""
    return Round.objects.select_related("coordinating_unit").prefetch_related(_asks(), "dues")


def rounds_of(programme: Programme) -> list[Round]:
    """Those that ask about the programme, the latest first."""
    return list(rounds_with_asks().of_programme(programme))


def round_of(programme: Programme, key: int) -> Round | None:
    """One round that asks about the programme."""
    return rounds_with_asks().of_programme(programme).filter(pk=key).first()


def reports_with_rounds() -> ReportQuerySet:
    """With round, its programmes and unit: two queries."""
    return Report.objects.with_place().prefetch_related(_asks("round__asks"))


def _asks(name: str = "asks") -> Prefetch[str]:
    return Prefetch(name, RoundProgramme.objects.select_related("programme").order_by("programme"))
