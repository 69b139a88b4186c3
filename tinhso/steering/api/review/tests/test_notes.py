"""Pieces that no item holds and points before signing by the API: the marks and the rights of the page."""

import pytest

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.review.tests.conftest import Desk
from tinhso.steering.programmes.models import Finding, Programme, SourceSpan, Unplaced
from tinhso.surfaces.api.tests.conftest import Call

pytestmark = pytest.mark.django_db
SEEN = {"unplaced": ("piece", "setting-aside", "set_aside_by"), "findings": ("finding", "seeing", "seen_by")}


@pytest.mark.parametrize("kind", SEEN)
def test_each_is_listed_and_marked_once_by_who_was_first(
    desk: Desk, keys: Keys, kind: str, caller: Call, administrator: Account
) -> None:
    key, deed, by = SEEN[kind]
    assert {row["id"]: row[by] for row in desk.read(kind)["items"]}[keys[key]] is None
    status, told = desk.send(f"{kind}/{keys[key]}/{deed}")
    assert (status, told[by]) == (200, "coordinator")
    second = Desk(caller(administrator), keys["programme"])
    assert second.send(f"{kind}/{keys[key]}/{deed}")[1][by] == "coordinator"
    assert {row["id"]: row[by] for row in desk.read(kind)["items"]}[keys[key]] == "coordinator"


def test_where_it_stands_is_quoted(desk: Desk, keys: Keys) -> None:
    piece = Unplaced.objects.get(pk=str(keys["piece"]))
    document = piece.programme.document
    SourceSpan.objects.create(document=document, start=3, end=9, unplaced=piece)
    (row,) = [row for row in desk.read("unplaced")["items"] if row["id"] == piece.pk]
    assert row["quotes"] == [{"document": document.pk, "start": 3, "end": 9}]


@pytest.mark.parametrize("kind", SEEN)
def test_an_officer_of_a_unit_marks_nothing_nor_anybody_in_a_closed_programme(
    desk: Desk, outsider: Desk, keys: Keys, kind: str
) -> None:
    key, deed, _by = SEEN[kind]
    assert outsider.send(f"{kind}/{keys[key]}/{deed}")[0] == 403
    assert outsider.client.get(outsider.address(kind)).status_code == 403
    Programme.objects.update(state="closed")
    assert desk.send(f"{kind}/{keys[key]}/{deed}")[1]["code"] == "programme_closed"
    assert not Unplaced.objects.exclude(set_aside_by=None).exists()
    assert not Finding.objects.exclude(seen_by=None).exists()
