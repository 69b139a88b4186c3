"""Knocking at a door in a state, for everybody, and leaving no trace."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.doors.sending import SENT, nothing
from tests.doors.states import STATES
from tests.doors.table import rows
from tests.doors.world import Sent, World
from tests.house.routes import Route, routes
from tinhso.kernel.audit.sealing import seal


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def otherwise(world: World, browsers: Mapping[str, Client], section: str) -> list[str]:
    """What people are told in a section of the table, where it is not what the table says."""
    wrong, known = [], {route.name: route for route in routes()}
    for row in rows(section):
        for who, status in answers(world, browsers, known[row.route], (row.door, row.method, row.state)).items():
            if status != row.expected(who):
                wrong.append(f"{row.name}: {who} {status}, not {row.expected(who)}")
    return wrong


def answers(world: World, browsers: Mapping[str, Client], route: Route, asked: tuple[str, str, str]) -> dict[str, int]:
    """Person → status, for a door, a way to knock and a state."""
    door, method, state = asked
    with undone():
        STATES[state].before(world)
        sent = SENT.get(f"{method} {door}", nothing)(world)
        STATES[state].after(world)
        # Else each of the requests would seal anew what made this, which is taken back with it.
        seal()
        address = reverse(route.name, kwargs={name: {**world.keys, **sent.keys}[name] for name in route.keys})
        return {who: _knock(client, method, address, sent=sent, who=who) for who, client in browsers.items()}


def _knock(client: Client, method: str, address: str, *, sent: Sent, who: str) -> int:
    with undone():
        content: dict[str, Any] = {**(sent.form if sent.json is None else sent.json), **sent.of(who)}
        as_json = sent.json is not None
        cookies = dict(client.cookies)
        if method == "GET":
            answer = client.get(address, content, headers=sent.headers)
        elif as_json:
            send = getattr(client, method.lower())
            answer = send(address, content, content_type="application/json", headers=sent.headers)
        else:
            answer = client.post(address, content, headers=sent.headers)
        client.cookies.clear()
        client.cookies.update(cookies)
        return int(answer.status_code)
