"""What is refused tells nothing: not to a stranger, not to who has not signed in."""

from collections.abc import Mapping

import pytest
from django.test import Client
from django.urls import reverse

from tests.doors.table import STRANGER
from tests.doors.walking import undone
from tests.doors.world import World
from tests.furnished import addresses
from tests.house.routes import routes

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WRONG_METHOD = 405
#: Whose address is itself the secret, what is the stranger's own, what anybody may read: there a missing thing is told
#: apart.
TOLD_APART = {
    *("feed:calendar", "door:link", "letters:off"),
    *("own:unlink", "systems:end_token", "web:sign_out", "letters:own_letter"),
    "open_page:programme",
}
#: Places in an address that name a word of the program and no thing that somebody might look for.
WORDS = {"doing", "step", "provider", "year"}
MISSING = {"day": "2099-01-01", "reviewed": "task-999999"}


def knock(client: Client, address: str) -> int:
    """The status when the address is opened, or sent an empty form where it only takes forms."""
    status = client.get(address).status_code
    return client.post(address).status_code if status == WRONG_METHOD else status


def absent(key: str, present: object) -> object:
    """A key of the same sort that leads to nothing."""
    return MISSING.get(key, 999999 if isinstance(present, int) else "khong-co")


def test_a_stranger_cannot_tell_what_there_is_from_what_there_is_not(
    world: World, browsers: Mapping[str, Client]
) -> None:
    client = browsers[STRANGER]
    for route in routes():
        keys = {key: world.keys[key] for key in route.keys}
        with undone():
            found = knock(client, reverse(route.name, kwargs=keys)) if route.name not in TOLD_APART else 0
            for key in set(route.keys) - WORDS if found else ():
                missing = reverse(route.name, kwargs={**keys, key: absent(key, keys[key])})
                assert knock(client, missing) == found, (route.name, key)


def test_a_stranger_reads_the_same_words_where_he_may_not_and_where_nothing_is(browsers: Mapping[str, Client]) -> None:
    for hidden, nowhere in (("/quan-tri", "/khong-co"), ("/api/v1/units", "/api/v1/programmes/999999")):
        told = [
            browsers[STRANGER].get(place, headers={"Accept": "application/json"}).json() for place in (hidden, nowhere)
        ]
        assert [each.pop("instance") for each in told] == [hidden, nowhere]
        assert told[0] == told[1]
        assert told[0]["status"] == 404


def test_nobody_is_asked_to_sign_in_whether_there_is_such_a_thing_or_not(world: World, client: Client) -> None:
    for route, address in addresses(world.keys):
        if route.needs_account and route.name != "web:sign_out":
            for answer in (client.get(address), client.post(address)):
                signs_in = answer.status_code == 302 and answer["Location"].startswith("/dang-nhap")
                assert signs_in or answer.status_code == 401, (route.name, answer.status_code)
