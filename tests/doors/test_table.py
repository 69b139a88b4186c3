"""docs/permissions.md, whole: every route and every way to knock at it is in it; test_walk_*.py walk its rows."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.doors.sending import SENT
from tests.doors.states import STATES
from tests.doors.table import STRANGER, WORK, groups, people, rows, sections
from tests.doors.walking import undone
from tests.doors.world import World
from tests.house.routes import Route, routes
from tinhso.steering.pages.work.doings import DOINGS
from tinhso.surfaces.api.frame import frame

pytestmark = pytest.mark.django_db
WRONG_METHOD, ADMITTED = 405, 400
#: Django answers HEAD by GET; no other way is used.
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def known() -> Mapping[str, Route]:
    return {route.name: route for route in routes()}


def operations() -> Iterator[tuple[str, str]]:
    """The operations of the API by name and method: several share one address."""
    for _prefix, router in frame()._routers:
        for view in router.path_operations.values():
            for operation in view.operations:
                yield from ((f"api:{operation.url_name}", method) for method in operation.methods)


def test_every_route_is_in_the_table_and_nothing_else() -> None:
    assert {row.route for row in rows()} == set(known())


def test_every_operation_of_the_api_is_in_the_table_with_its_method() -> None:
    told = {(row.route, row.method) for row in rows() if row.route.startswith("api:")}
    assert told - {("api:openapi", "GET"), ("api:explained", "GET")} == set(operations())


def test_every_verb_of_a_task_is_in_the_table() -> None:
    assert {row.door.partition(" ")[2] for row in rows() if row.route == "work:act"} == set(DOINGS)


def test_what_is_not_in_the_table_is_no_way_to_knock(world: World, browsers: Mapping[str, Client]) -> None:
    told = {(row.route, row.method) for row in rows()}
    taken = []
    for name, route in known().items():
        if name.startswith("api:"):
            continue
        address = reverse(name, kwargs={key: world.keys[key] for key in route.keys})
        for method in METHODS:
            if (name, method) not in told:
                with undone():
                    status = browsers["administrator"].generic(method, address).status_code
                taken += [(name, method)] if status != WRONG_METHOD else []
    assert taken == []


def test_every_row_of_the_table_has_its_people_its_state_and_what_is_sent(world: World) -> None:
    assert set(people().values()) == set(world.people)
    assert {row.state for row in rows()} <= set(STATES)
    assert set(SENT) <= {f"{row.method} {row.door}" for row in rows()}
    assert all(members <= set(world.people) for members in groups().values())


def test_every_section_is_walked_in_one_file() -> None:
    walked = [path.stem.removeprefix("test_walk_") for path in Path(__file__).parent.glob("test_walk_*.py")]
    assert sorted(section for part in walked for section in sections(part)) == sorted(sections())
    assert set(WORK) <= set(sections())


def test_a_stranger_is_let_in_only_where_everybody_is_or_it_is_his_own() -> None:
    own = {"own:unlink", "systems:end_token", "letters:own_letter"}
    for row in rows():
        if STRANGER in row.admitted and row.answer < ADMITTED:
            assert row.route in own or set(people().values()) == row.admitted, row.name
