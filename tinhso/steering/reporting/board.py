"""How a round stands, unit by unit: who has sent, in time or late, who is missing, who is no longer asked."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Count, Q, TextChoices

from tinhso.kernel.organisations.naming import body_name, names_apart
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import time_left
from tinhso.lib.numbers import write_number
from tinhso.steering.reporting.asking import asking_day
from tinhso.steering.reporting.models import Report, ReportDeed, Round, RoundDue

State, Kind = Report.State, ReportDeed.Kind


class Standing(TextChoices):
    """How a unit's report stands, as the department in charge asks."""

    UNOPENED = "unopened", "Chưa mở"
    IN_WORK = "in_work", "Đang lập"
    AT_HEAD = "at_head", "Chờ thủ trưởng"
    IN_TIME = "in_time", "Đã gửi đúng hạn"
    LATE = "late", "Gửi trễ"
    RETURNED = "returned", "Bị trả lại"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    NOT_ASKED = "not_asked", "Không phải gửi"


#: The department waits for the report.
MISSING = frozenset({Standing.UNOPENED, Standing.IN_WORK, Standing.AT_HEAD, Standing.RETURNED})
_OF_STATE = {
    State.UNOPENED: Standing.UNOPENED,
    State.IN_WORK: Standing.IN_WORK,
    State.HEAD_RETURNED: Standing.IN_WORK,
    State.AT_HEAD: Standing.AT_HEAD,
    State.RETURNED: Standing.RETURNED,
    State.ACCEPTED: Standing.ACCEPTED,
}
#: The deeds that the board tells of: the last of each.
_TOLD = (Kind.SENT, Kind.RETURNED, Kind.ACCEPTED, Kind.EXTENDED, Kind.REMINDED)


@dataclass(frozen=True, slots=True)
class Place:
    """One unit on the board. ``name`` is its name of the round's days, told apart from the others'; ``followers``
    answer for it since it ended."""

    report: Report
    standing: Standing
    name: str
    followers: str
    day: date
    left: str
    deeds: Mapping[str, ReportDeed]

    @property
    def is_missing(self) -> bool:
        """Whether the department waits for it."""
        return self.standing in MISSING

    @property
    def is_overdue(self) -> bool:
        """Whether it was never sent, and the due day is over."""
        return self.is_missing and self.report.is_overdue(self.day)

    @property
    def came_in_time(self) -> bool:
        """Whether the department has it, first sent by its due day."""
        return self.report.is_with_department and not self.report.was_late

    @property
    def came_late(self) -> bool:
        """Whether the department has it, first sent after its due day."""
        return self.report.is_with_department and self.report.was_late

    @property
    def never_came(self) -> bool:
        """Whether the department waits for it and has never had it."""
        return self.is_missing and self.standing != Standing.RETURNED

    @property
    def days_late(self) -> int:
        """Days after the due day of the first sending, or until today where there was none; 0 in time."""
        if self.standing == Standing.NOT_ASKED:
            return 0
        return max(0, ((self.report.sent_on or self.day) - self.report.due_on).days)

    @property
    def told(self) -> str:
        """The time left or lost: "còn 3 ngày làm việc", "quá hạn 12 ngày", "trễ 2 ngày"; nothing where in time."""
        if self.standing == Standing.NOT_ASKED:
            return ""
        if self.report.sent_on is None:
            return self.left
        return f"trễ {write_number(self.days_late)} ngày" if self.days_late else ""

    @property
    def sent(self) -> ReportDeed | None:
        """The last sending."""
        return self.deeds.get(Kind.SENT)

    @property
    def why(self) -> str:
        """Why it was returned, while it is."""
        deed = self.deeds.get(Kind.RETURNED)
        return deed.words if deed and self.standing == Standing.RETURNED else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports a round asks for, has, and misses after the due day."""

    asked: int = 0
    received: int = 0
    overdue: int = 0

    @property
    def missing(self) -> int:
        """How many are still to come, or to come again."""
        return self.asked - self.received


def standing_of(report: Report) -> Standing:
    """Sent reports by the day of the first sending; a unit no longer asked that never sent owes nothing."""
    if not report.required and report.sent_on is None:
        return Standing.NOT_ASKED
    if report.state == State.SENT:
        return Standing.LATE if report.was_late else Standing.IN_TIME
    return _OF_STATE[State(report.state)]


def place_of(report: Report, day: date) -> Place:
    """One unit of the board."""
    return _placed([report], report.round, day)[0]


def places_of(round_: Round, day: date) -> list[Place]:
    """Every unit of the round, by level and name; four queries at most, whatever their number."""
    return _placed(list(Report.objects.filter(round=round_).select_related("unit")), round_, day)


def _placed(reports: Sequence[Report], round_: Round, day: date) -> list[Place]:
    then, now = Roster.on(asking_day(round_, day)), Roster.on(day)
    versions = then.versions_of(report.unit_id for report in reports)
    order = {unit: version.sort_key for unit, version in versions.items()}
    names = names_apart(versions, then.units)
    deeds, levels = _deeds_of(reports), list(RoundDue.Sender)
    left = _left_on(day)
    return [
        Place(
            report,
            standing_of(report),
            name=names.get(report.unit_id, report.unit.key),
            followers=_followers(report.unit_id, now),
            day=day,
            left=left(report.due_on),
            deeds=deeds.get(report.pk, {}),
        )
        for report in sorted(
            reports, key=lambda each: (levels.index(RoundDue.Sender(each.sender)), order.get(each.unit_id, ""))
        )
    ]


def counted(places: Iterable[Place]) -> dict[Standing, int]:
    """How many stand how, none left out."""
    counts = Counter(place.standing for place in places)
    return {standing: counts[standing] for standing in Standing}


def tallies_of(rounds: Sequence[Round], day: date) -> dict[int, Tally]:
    """Round → its tally; one query."""
    numbers = {
        "asked": Count("pk", filter=Q(required=True) | Q(sent_on__isnull=False)),
        "received": Count("pk", filter=Q(state__in=(State.SENT, State.ACCEPTED))),
        "overdue": Count("pk", filter=Q(required=True, sent_on=None, due_on__lt=day)),
    }
    counts = Report.objects.filter(round__in=rounds).order_by().values_list("round").annotate(**numbers)
    found = {round_: Tally(*each) for round_, *each in counts}
    return {each.pk: found.get(each.pk, Tally()) for each in rounds}


def _deeds_of(reports: Sequence[Report]) -> dict[int, dict[str, ReportDeed]]:
    """Report → kind → the last deed of the kind; one query."""
    deeds = ReportDeed.objects.filter(report__in=reports, kind__in=_TOLD).order_by("recorded_at", "pk")
    found: dict[int, dict[str, ReportDeed]] = {}
    for deed in deeds.select_related("account", "in_name_of"):
        found.setdefault(deed.report_id, {})[deed.kind] = deed
    return found


def _followers(unit: int, roster: Roster) -> str:
    """Who answers for a unit that has ended; nothing while it stands."""
    spans = roster.answering.answerers(unit, roster.day) if unit not in roster.units else []
    return ", ".join(body_name(roster.units[span.unit]) for span in spans if span.unit in roster.units)


def _left_on(day: date) -> Callable[[date], str]:
    calendar = office_calendar()

    @cache
    def left(due: date) -> str:
        return time_left(calendar, today=day, last_day=due)

    return left
