"""Every page asks the database as often for 1,000 tasks, 100 indicators, 230 units, 23,000 figures as for a handful."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.cast import SINCE
from tests.furnished import Keys, addresses, keys_of
from tests.large import large_figures, large_programme, stored
from tests.readings import large_reading
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
MOST = 50
WRONG_METHOD = 405
#: Pages that show more in another order, or nothing without words.
ORDERED = {"pages:tasks by unit": "?nhom=don_vi", "api:search with words": "?q=nhiem+vu"}
#: What leads nowhere in this installation, and why.
NOWHERE = {
    "door:provider": "no provider is set",
    "door:provider_back": "no provider is set",
    "api:search": "asks for words; opened with them above",
}


def furnished(department: Unit, person: Account, *, tasks: int, indicators: int, units: int) -> Keys:
    programme = large_programme(tasks=tasks, indicators=indicators, units=units)
    document = stored(large_reading(tasks=tasks, indicators=indicators), f"ban-sua-{tasks}.txt")
    large_figures(programme, [date(2022, 6, 14)])
    keys = keys_of(programme, document, department=department, person=person)
    # The newest entry of the log names a person at either size, whose name is asked for.
    with acting(actor=person.username, source="kiểm thử"):
        Account.objects.filter(pk=person.pk).update(version=F("version") + 1)
    return keys


def asked(client: Client, keys: Keys) -> Mapping[str, int]:
    """How many queries each page makes, when it is opened again."""
    counts = {}
    for name, address in pages(client, keys):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code in {200, 302}, name
        counts[name] = len(queries)
    return counts


def pages(client: Client, keys: Keys) -> Iterator[tuple[str, str]]:
    """What can be opened, each once already: caches are warm."""
    places = {route.name: address for route, address in addresses(keys)}
    places |= {name: places[name.partition(" ")[0]] + order for name, order in ORDERED.items()}
    for name, address in places.items():
        if name not in NOWHERE and client.get(address).status_code != WRONG_METHOD:
            yield name, address


def test_no_page_asks_more_when_there_is_more_to_show(
    client: Client, settings: Settings, tmp_path_factory: pytest.TempPathFactory, administrator: Account, district: Unit
) -> None:
    settings.HOME, settings.API_REQUESTS_PER_MINUTE = tmp_path_factory.mktemp("home"), 1_000_000
    # A session notes every two minutes that it is in use: a query of no page's.
    settings.SESSION_IDLE = settings.SESSION_LIFETIME
    client.force_login(administrator)
    # Some pages are the department in charge's alone, some the chair's.
    for role in (Role.COORDINATOR, Role.CHAIR):
        RoleAssignment.objects.create(account=administrator, role=role, unit=district, valid_from=SINCE)
    few = asked(client, furnished(district, administrator, tasks=20, indicators=10, units=8))
    many = asked(client, furnished(district, administrator, tasks=1_000, indicators=100, units=230))
    assert many == few
    assert {name: count for name, count in many.items() if count > MOST} == {}
