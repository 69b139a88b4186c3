"""The small province in which the table is walked: everybody of the cast, and one of everything to act upon."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.cast import lend, person, unit
from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Kind, Unit
from tinhso.steering.figures.models import Measure
from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.models import Assignment, Duty, Indicator, Programme, Task

PASSWORD = "mot-mat-khau-rieng-7"


@dataclass(frozen=True, slots=True)
class World:
    """The people by their names in the cast, what stands in every address, the programme and its units."""

    people: Mapping[str, Account]
    keys: Keys
    lead: Unit
    helper: Unit
    department: Unit

    def key(self, name: str) -> int:
        """The number that stands for a name in an address."""
        return int(str(self.keys[name]))

    @property
    def programme(self) -> Programme:
        """As it stands now."""
        return Programme.objects.get(pk=self.key("programme"))

    def task(self, code: str = "II.1") -> Task:
        """A task by its code; Huyện Mẫu leads each, Huyện Khác helps."""
        return Task.objects.select_related("programme").get(programme=self.key("programme"), code=code)

    def indicator(self, code: str = "I.2") -> Indicator:
        """An indicator; the two districts give the figures of I.2."""
        return Indicator.objects.get(programme=self.key("programme"), code=code)

    @property
    def order(self) -> Duty:
        """A duty due once; the two districts have to."""
        return Duty.objects.select_related("programme").get(pk=self.key("order"))

    def hand(self, who: str) -> Hand:
        """Somebody of the cast, acting once."""
        return Hand(self.people[who])


@dataclass(frozen=True, slots=True)
class Sent:
    """What is sent to a door: the keys of its address that differ, a form or JSON; ``of`` is asked for each person."""

    keys: Mapping[str, object] = field(default_factory=dict)
    form: Mapping[str, object] = field(default_factory=dict)
    json: Mapping[str, object] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    of: Callable[[str], Mapping[str, object]] = lambda _who: {}


Make = Callable[[World], Sent]


def settle(keys: Keys, people: Mapping[str, Account], *, units: tuple[Unit, Unit, Unit]) -> World:
    """Give the furnished programme to the units of the cast: one leads, one helps, the department coordinates."""
    world = World(people, keys, *units)
    Programme.objects.filter(pk=world.key("programme")).update(coordinating_unit=world.department)
    Assignment.objects.filter(task__code="II.1", role="lead").update(certainty="certain", unit=world.lead, post=None)
    Assignment.objects.filter(programme=world.key("programme"), indicator__code="I.2").delete()
    for task in Task.objects.filter(programme=world.key("programme")):
        task.assignments.filter(role=Assignment.Role.LEAD).update(certainty="certain", unit=world.lead, post=None)
        name(world.helper, Assignment.Role.COOPERATOR, task=task)
    for place in (world.lead, world.helper):
        name(place, Assignment.Role.LEAD, indicator=world.indicator())
        name(place, Assignment.Role.SENDER, duty=world.order)
    Measure.objects.create(indicator=world.indicator(), kind=Measure.Kind.RATIO, levels="district")
    for account in people.values():
        account.set_password(PASSWORD)
        account.save()
    return world


def name(at: Unit, role: Assignment.Role, **of: Task | Indicator | Duty) -> Assignment:
    """The unit named at an item."""
    item = next(iter(of.values()))
    facts = {"position": 9, "role": role, "wording": at.key, "certainty": Assignment.Certainty.CERTAIN}
    return Assignment.objects.create(programme=item.programme, unit=at, **facts, **of)


def outsider(province: Unit) -> Account:
    """An officer of a district that has no part in anything."""
    third = unit("huyen-ngoai", "Huyện Ngoài", kind=Kind.DISTRICT, parent=province)
    return person("outsider", "Lý Văn Ngoài", role=Role.UNIT_OFFICER, at=third)


def deputy(head: Account, commune: Unit) -> Account:
    """An officer of a commune for whom the head of the district has signed a delegation."""
    made = person("deputy", "Đỗ Văn Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, made)
    return made
