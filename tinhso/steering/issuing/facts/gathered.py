"""The facts of a round for one of its programmes, read once: all that a report of it may say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from tinhso.kernel.organisations.naming import names_apart
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.issuing.facts.heard import Heard, heard
from tinhso.steering.issuing.facts.issuer import Issuer, issuer_of
from tinhso.steering.issuing.facts.measured import Days, IndicatorFact, measured
from tinhso.steering.issuing.facts.worked import TaskFact, worked
from tinhso.steering.programmes.fetching import programmes_shown
from tinhso.steering.programmes.models import Assignment, Duty, PlanDocument, Programme
from tinhso.steering.reporting.board import Place, Standing, places_of
from tinhso.steering.reporting.models import Round
from tinhso.steering.reporting.rights import day_of


@dataclass(frozen=True, slots=True)
class Facts:
    """``day`` is the one at which it is asked who has sent; figures and tasks are those of ``days.now``, the round's
    cut-off or before it that day, as known at ``known_at``; ``before`` is the round before of the same kind;
    ``addressed`` whom the plan's duty names; ``names`` are those of who gives figures."""

    round: Round
    programme: Programme
    day: date
    known_at: datetime
    before: Round | None
    days: Days
    issuer: Issuer
    addressed: str
    indicators: Sequence[IndicatorFact]
    tasks: Sequence[TaskFact]
    places: Sequence[Place]
    heard: Heard
    names: Mapping[int, str]

    @property
    def document(self) -> PlanDocument:
        """The programme's plan."""
        return self.programme.document

    @property
    def asked(self) -> list[Place]:
        """The units that owe a report, or sent one."""
        return [place for place in self.places if place.standing != Standing.NOT_ASKED]

    @property
    def in_time(self) -> list[Place]:
        """Those whose report the department has, first sent by its due day."""
        return [place for place in self.asked if place.came_in_time]

    @property
    def late(self) -> list[Place]:
        """Those whose report the department has, first sent after its due day."""
        return [place for place in self.asked if place.came_late]

    @property
    def missing(self) -> list[Place]:
        """Those for whose report the department waits."""
        return [place for place in self.asked if place.is_missing]

    @property
    def returned(self) -> list[Place]:
        """Those whose report was given back, and not sent since."""
        return [place for place in self.asked if place.standing == Standing.RETURNED]

    @property
    def unsent(self) -> list[Place]:
        """Those that never sent."""
        return [place for place in self.asked if place.never_came]


def facts_of(round_: Round, programme: int) -> Facts:
    """The round comes with what it asks about (``rounds_with_asks``); a constant number of queries."""
    about, day = programmes_shown()[programme], day_of(round_)
    before = _before(round_, about)
    places = places_of(round_, day)
    said = heard(round_, about, places)
    now = min(round_.last_day, day)
    days = Days(now, before.last_day if before else None, _year_before(now), about.ends_on)
    indicators = measured(about, days)
    return Facts(
        round=round_,
        programme=about,
        day=day,
        known_at=timezone.now(),
        before=before,
        days=days,
        issuer=issuer_of(round_, day),
        addressed=_addressed(about),
        indicators=indicators,
        tasks=worked(about, said.lines, day=days.now),
        places=places,
        heard=said,
        names=_names(indicators, now),
    )


def _before(round_: Round, programme: Programme) -> Round | None:
    """The periodic round of the kind whose days ended last before these begin."""
    if not round_.is_periodic:
        return None
    return Round.objects.of_programme(programme).filter(kind=round_.kind, last_day__lt=round_.first_day).first()


def _names(indicators: Iterable[IndicatorFact], day: date) -> dict[int, str]:
    """Who gives figures → its name of the day, told apart from the others'."""
    units = {unit.version.unit_id: unit.version for each in indicators for unit in each.units}
    return names_apart(units, Roster.on(day).units)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def _addressed(programme: Programme) -> str:
    """To whom the plan has the department in charge report again and again, in its words; one query."""
    unit = programme.coordinating_unit_id
    senders = Assignment.objects.current().in_roles(Assignment.Role.SENDER).meaning(units=[unit] if unit else [])
    duties = Duty.objects.filter(programme=programme, pk__in=senders.values("duty")).current()
    named = duties.exclude(frequency=Duty.Frequency.ONCE).exclude(to="").in_document_order()
    return next(iter(named.values_list("to", flat=True)[:1]), "")
