"""What was read of the organisations is kept until they change, whatever way they are changed."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.cast import unit
from tinhso.kernel.organisations.edition import ORGANISATIONS, edition, one_edition
from tinhso.kernel.organisations.models import Kind, Unit, UnitVersion
from tinhso.kernel.organisations.roster import Roster

pytestmark = pytest.mark.django_db
DAY = date(2022, 6, 15)


def names() -> list[str]:
    return sorted(version.name for version in Roster.on(DAY).units.values())


def test_a_second_look_at_the_same_day_costs_one_question(province: Unit) -> None:
    Roster.on(DAY)
    with CaptureQueriesContext(connection) as queries:
        assert names() == ["Tỉnh Mẫu"]
    assert len(queries) == 1


def test_a_new_unit_is_seen_at_once(province: Unit) -> None:
    before = names()
    unit("so-moi", "Sở Mới", kind=Kind.DEPARTMENT, parent=province)
    assert (before, names()) == (["Tỉnh Mẫu"], ["Sở Mới", "Tỉnh Mẫu"])


def test_a_name_changed_by_a_bare_update_is_seen_at_once(province: Unit) -> None:
    Roster.on(DAY)
    UnitVersion.objects.update(name="Tỉnh Khác")
    assert names() == ["Tỉnh Khác"]


def test_a_unit_removed_by_raw_sql_is_gone_at_once(province: Unit) -> None:
    Roster.on(DAY)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM organisations_unitversion")
    assert names() == []


def test_what_was_read_in_a_change_given_up_is_not_kept(province: Unit) -> None:
    first = edition(ORGANISATIONS)
    with transaction.atomic():
        UnitVersion.objects.update(name="Tỉnh Khác")
        Roster.on(DAY)
        transaction.set_rollback(True)
    assert (edition(ORGANISATIONS), names()) == (first, ["Tỉnh Mẫu"])


def test_an_edition_never_comes_again(province: Unit) -> None:
    seen = []
    for name in ("Tỉnh A", "Tỉnh B", "Tỉnh A"):
        UnitVersion.objects.update(name=name)
        seen.append(edition(ORGANISATIONS))
    assert len(set(seen)) == 3


def test_a_page_that_only_reads_is_read_in_one_edition(province: Unit, rf: RequestFactory) -> None:
    asked: list[list[str]] = []

    def page(_request: HttpRequest) -> HttpResponse:
        asked.append(names())
        UnitVersion.objects.update(name="Tỉnh Khác")
        asked.append(names())
        return HttpResponse()

    respond = one_edition(page)
    respond(rf.get("/"))
    assert asked == [["Tỉnh Mẫu"], ["Tỉnh Mẫu"]]
    respond(rf.get("/"))
    assert asked[2] == ["Tỉnh Khác"]


def test_whoever_writes_sees_what_he_wrote(province: Unit, rf: RequestFactory) -> None:
    def page(_request: HttpRequest) -> HttpResponse:
        before = names()
        UnitVersion.objects.update(name="Tỉnh Khác")
        return HttpResponse(" ".join([*before, *names()]))

    assert one_edition(page)(rf.post("/")).content.decode() == "Tỉnh Mẫu Tỉnh Khác"
