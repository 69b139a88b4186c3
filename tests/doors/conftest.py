"""The world in which the table is walked, and the browsers of its people."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.doors.world import World, deputy, outsider, settle
from tests.furnished import furnish
from tests.readings import month, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.sealing import seal
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.intake.reading import Deadline

CAST = (
    *("officer", "head", "other_officer", "coordinator", "member"),
    *("chair", "registrar", "administrator", "citizen"),
)
AFTER_EVENT = "trong 30 ngày kể từ khi Bộ ban hành Bộ chỉ số"


@pytest.fixture(autouse=True)
def quiet(settings: Settings, tmp_path: Path) -> None:
    """Pages are not written, files lie apart, and one machine may ask as often as it likes."""
    settings.HOME, settings.API_REQUESTS_PER_MINUTE = tmp_path, 1_000_000
    settings.EXCHANGE_NETWORKS = ["10.0.0.0/8"]
    settings.TEMPLATES = [{"BACKEND": "tests.doors.blank.Blank", "NAME": "blank"}]


@pytest.fixture
def people(request: pytest.FixtureRequest, province: Unit, commune: Unit) -> Mapping[str, Account]:
    """The cast with the officer of a unit that has no part, and the head's deputy."""
    found = {name: request.getfixturevalue(name) for name in CAST}
    return {**found, "outsider": outsider(province), "deputy": deputy(found["head"], commune)}


@pytest.fixture
def world(
    people: Mapping[str, Account], province: Unit, district: Unit, other_district: Unit, department_in_charge: Unit
) -> World:
    """A programme in which Huyện Mẫu leads, Huyện Khác helps, and Sở Thường trực Mẫu coordinates."""
    plan = small_plan()
    products = (("Trình ban hành Quy chế quản lý", month(7)), ("Báo cáo kết quả triển khai", month(9)))
    plan.task("II.4", "Quản lý hệ thống báo cáo", products=products)
    plan.task("II.5", "Áp dụng Bộ chỉ số", deadline=Deadline("event", None, None, before=False, text=AFTER_EVENT))
    keys = furnish(province, people["citizen"], by=people["coordinator"], plan=plan)
    return settle(keys, people, units=(district, other_district, department_in_charge))


@pytest.fixture
def browsers(people: Mapping[str, Account], world: World) -> Mapping[str, Client]:
    """One for each person, signed in; what was done until now is sealed."""
    found = {name: Client() for name in people}
    for name, client in found.items():
        client.force_login(Account.objects.get(pk=people[name].pk))
        # Looked at before: else every page would write so into the session, to be undone each time.
        session = client.session
        session["programme"] = world.key("programme")
        session.save()
    seal()
    return found
