"""A province of 32 units and its third quarter of 2022, played day by day by people's own actions. Invented.

What was said is kept beside in a diary, so that a test can count it again without the system.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone

from tests.cast import person, unit
from tests.large import stored
from tests.readings import Writer, month
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Group, GroupRule, Kind, Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Measure
from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Indicator, Programme, Task
from tinhso.steering.reporting.actions.open_round import follow_organisations, open_round
from tinhso.steering.reporting.actions.plan_round import plan_round
from tinhso.steering.reporting.actions.send_report import approve, submit
from tinhso.steering.reporting.actions.write_report import FigureWords, TaskWords, save_figure, save_task, save_texts
from tinhso.steering.reporting.drafting import DraftFigure, draft_of
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.tests.conftest import CUT_OFF, THIRD_QUARTER

SECOND = date(2022, 3, 15), date(2022, 6, 14)
THIRD = date(2022, 6, 15), CUT_OFF
DEPARTMENTS = tuple(f"so-{place:02}" for place in range(1, 7))
DISTRICTS = tuple(f"huyen-{place:02}" for place in range(1, 9))
COMMUNES = tuple(f"xa-{place:02}" for place in range(1, 18))
#: The department in charge is the 32nd.
IN_CHARGE = "so-thuong-truc"
#: Code → kind, timing, and the kinds of unit that give it.
MEASURED = {
    "I.1": (Measure.Kind.RATIO, Measure.Timing.CUMULATIVE, "district"),
    "I.2": (Measure.Kind.NUMBER, Measure.Timing.IN_PERIOD, "province,district"),
    "I.3": (Measure.Kind.RATIO, Measure.Timing.CUMULATIVE, "province,commune"),
}
GIVEN_BY = {"province": (IN_CHARGE, *DEPARTMENTS), "district": DISTRICTS, "commune": COMMUNES}


@dataclass(frozen=True, slots=True)
class Told:
    """One figure as it was told: by whom, for which days."""

    code: str
    level: str
    unit: str
    days: tuple[date, date]
    given: Given


@dataclass
class Play:
    """The province with its programme, and the diary."""

    programme: Programme
    coordinator: Account
    chair: Account
    officers: dict[str, Account]
    heads: dict[str, Account]
    diary: list[Told] = field(default_factory=list)
    day: date = SECOND[1]

    @property
    def round(self) -> Round:
        """The third quarter's."""
        return Round.objects.get()

    def report(self, key: str) -> Report:
        """The unit's report."""
        return Report.objects.get(round=self.round, unit__key=key)

    def task(self, code: str) -> Task:
        """By its code."""
        return self.programme.tasks.select_related("programme").get(code=code)

    def hand(self, by: Account, day: date, clock: time = time(9)) -> Hand:
        """Somebody acts on a day, on which the programme then stands."""
        if day != self.day:
            Programme.objects.filter(pk=self.programme.pk).update(demonstration_on=day)
            self.day = day
        return Hand(by, at=timezone.make_aware(datetime.combine(day, clock)))

    def fill(self, key: str, day: date, *, by: str = "", more: int = 0) -> Report:
        """Every line is said: the tasks go on, each figure is the unit's own; ``more`` is added to numerators."""
        report, hand = self.report(key), self.hand(self.officers[by or key], day)
        save_texts(report, {"results": f"Kết quả của {key}, {more}"}, hand, seen=report.version)
        draft = draft_of(Report.objects.get(pk=report.pk))
        for each in draft.tasks:
            note = TaskWords(said="doing", note=f"{key} đang làm", seen=each.line.version if each.line else 0)
            save_task(report, each.task, note, hand=hand)
        for figure in draft.figures:
            self._say(report, figure, hand, more=more)
        return report

    def send(self, key: str, day: date, clock: time = time(9), *, by: str = "", more: int = 0) -> Report:
        """Filled, sent by the officer, let go by the head where there is one."""
        report = self.fill(key, day, by=by, more=more)
        submit(report, "", self.hand(self.officers[by or key], day, clock))
        self.let_go(report, by or key, day, clock=clock)
        return report

    def let_go(self, report: Report, key: str, day: date, *, clock: time = time(9)) -> None:
        """The head of the unit or of its district sends it on."""
        if report.state == Report.State.AT_HEAD:
            approve(report, "", self.hand(self.heads[key], day, clock))

    def merge(self, new: str, old: tuple[str, ...], day: date) -> None:
        """Two communes become one, with its own officer; the timer follows."""
        decision = Reorganisation(key=f"nhap-{new}", title="Nghị quyết sắp xếp", effective_on=day)
        parent = DISTRICTS[-1]
        steps = (
            Step("establish", new, name=f"Xã {new}", kind="commune", parent=parent, head_title="Chủ tịch UBND"),
            *(Step("end", key) for key in old),
        )
        put_into_force(Order(decision, steps, tuple(Follow("merge", key, new) for key in old)))
        self.officers[new] = person(f"cb-{new}", f"Cán bộ {new}", role=Role.UNIT_OFFICER, at=Unit.objects.get(key=new))
        RoleAssignment.objects.filter(account=self.officers[new]).update(valid_from=day)
        self.hand(self.coordinator, day)
        follow_organisations(day)

    def _say(self, report: Report, figure: DraftFigure, hand: Hand, *, more: int) -> None:
        code, key = figure.indicator.code, Unit.objects.get(pk=figure.unit).key
        given = said(code, key, THIRD, more=more)
        words = FigureWords(given=given, seen=figure.line.version if figure.line else 0)
        save_figure(report, figure.cell, words, hand=hand)
        self.diary.append(Told(code, level(key), key, days(code, THIRD), given))


def district_of(commune: str) -> str:
    """To which district a commune belongs."""
    return DISTRICTS[COMMUNES.index(commune) % len(DISTRICTS)]


def level(key: str) -> str:
    """At which level a unit gives figures."""
    return {"so": "province", "hu": "district", "xa": "commune"}[key[:2]]


def days(code: str, quarter: tuple[date, date]) -> tuple[date, date]:
    """As of the last day, or all days."""
    return quarter if MEASURED[code][1] == Measure.Timing.IN_PERIOD else (quarter[1], quarter[1])


def said(code: str, key: str, quarter: tuple[date, date], *, more: int = 0) -> Given:
    """What a unit says: another number for every unit, indicator and quarter."""
    place = sum(key.encode()) % 37 + 3 * sum(code.encode()) % 11 + 5 * (quarter == THIRD) + more
    if MEASURED[code][0] == Measure.Kind.NUMBER:
        return Given(number=Decimal(10 + place))
    return Given(numerator=Decimal(20 + place), denominator=Decimal(90 + 2 * place))


def begin() -> Play:
    """The programme runs, the second quarter's figures stand, the third quarter's round opens on 20 June."""
    province = unit("tinh-mau", "Tỉnh Mẫu", kind=Kind.PROVINCE)
    in_charge = unit(IN_CHARGE, "Sở Thường trực", kind=Kind.DEPARTMENT, parent=province)
    made = {IN_CHARGE: in_charge}
    made |= {key: unit(key, f"Sở {key}", kind=Kind.DEPARTMENT, parent=province) for key in DEPARTMENTS}
    made |= {key: unit(key, f"Huyện {key}", kind=Kind.DISTRICT, parent=province) for key in DISTRICTS}
    made |= {key: unit(key, f"Xã {key}", kind=Kind.COMMUNE, parent=made[district_of(key)]) for key in COMMUNES}
    coordinator = person("dieu-phoi", "Cán bộ Thường trực", role=Role.COORDINATOR, at=in_charge)
    chair = person("chu-tich", "Trưởng Ban", role=Role.CHAIR, at=province, title="Chủ tịch UBND")
    officers = {key: person(f"cb-{key}", f"Cán bộ {key}", role=Role.UNIT_OFFICER, at=at) for key, at in made.items()}
    headed = (*DEPARTMENTS[:3], *DISTRICTS[::2])
    heads = {key: person(f"tt-{key}", f"Trưởng {key}", role=Role.HEAD_OF_UNIT, at=made[key]) for key in headed}
    # The head of a district lets the reports of its communes go too.
    heads |= {key: heads[above] for key in COMMUNES if (above := district_of(key)) in heads}
    play = Play(_programme(coordinator, in_charge, made), coordinator, chair, officers, heads)
    _second_quarter(play, made)
    day = date(2022, 6, 20)
    planned = plan_round(THIRD_QUARTER, [play.programme], play.hand(coordinator, day))
    open_round(planned, play.hand(coordinator, day), reason="Để các đơn vị lập dần")
    return play


def _programme(by: Account, in_charge: Unit, units: dict[str, Unit]) -> Programme:
    writer = Writer()
    writer.heading("I", "Mục tiêu")
    for code, name, value in (("I.1", "Dân số có điện thoại", 50), ("I.2", "Lớp tập huấn", 9), ("I.3", "Hồ sơ số", 40)):
        writer.indicator(code, name, value)
    writer.heading("II", "Nhiệm vụ")
    writer.task("II.1", "Xây dựng Quy chế", deadline=month(7))
    writer.task("II.2", "Duy trì hệ thống của ngành", standing=True)
    writer.task("II.3", "Lập tổ công nghệ số cộng đồng", deadline=month(12))
    made = start(stored(writer.reading()), by=by, coordinating_unit=in_charge)
    Assignment.objects.filter(programme=made).delete()
    groups = {level: _group(kind) for level, kind in _KINDS.items()}
    for code, (kind, timing, levels) in MEASURED.items():
        indicator = Indicator.objects.get(programme=made, code=code)
        Measure.objects.create(indicator=indicator, kind=kind, timing=timing, levels=levels)
        for each in levels.split(","):
            _name(made, indicator=indicator, group=groups[each])
        _name(made, indicator=indicator, unit=in_charge, role=Assignment.Role.WATCHER)
    _name(made, task=made.tasks.get(code="II.1"), unit=units[DEPARTMENTS[0]])
    _name(made, task=made.tasks.get(code="II.2"), group=groups["province"])
    _name(made, task=made.tasks.get(code="II.3"), group=groups["commune"])
    return made


_KINDS = {"province": Kind.DEPARTMENT, "district": Kind.DISTRICT, "commune": Kind.COMMUNE}


def _group(kind: Kind) -> Group:
    made = Group.objects.create(key=f"nhom-{kind}", name=f"Các {kind.label}", folded=kind)
    GroupRule.objects.create(group=made, kind=kind)
    return made


def _name(programme: Programme, role: str = Assignment.Role.LEAD, **facts: object) -> None:
    Assignment.objects.create(
        programme=programme, position=9, role=role, wording="theo danh sách", certainty="certain", **facts
    )


def _second_quarter(play: Play, units: dict[str, Unit]) -> None:
    at = timezone.make_aware(datetime.combine(SECOND[1], time(15)))
    for code, (_kind, _timing, levels) in MEASURED.items():
        indicator = Indicator.objects.select_related("programme").get(programme=play.programme, code=code)
        for key in (key for each in levels.split(",") for key in GIVEN_BY[each]):
            span, given = days(code, SECOND), said(code, key, SECOND)
            enter(Cell(indicator, units[key], *span), given, Whence(by=None, at=at))
            play.diary.append(Told(code, level(key), key, span, given))
