"""Whatever way a row is written, the index says what it says now."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Alias, Kind, Unit, UnitVersion
from tinhso.kernel.search.checks import every_declaration_names_columns, fault_of
from tinhso.kernel.search.entries import Entry, entries
from tinhso.kernel.search.findable import Source
from tinhso.kernel.search.installing import install, missing
from tinhso.kernel.search.models import SearchItem
from tinhso.kernel.search.rebuilding import rebuild, stale

pytestmark = pytest.mark.django_db


def titles(kind: str = "unit") -> list[str]:
    return sorted(SearchItem.objects.filter(kind=kind).values_list("title", flat=True))


def test_every_declared_source_is_indexed() -> None:
    assert missing(connection) == []
    assert {"task", "indicator", "document", "unit", "person", "account"} <= {entry.kind.name for entry in entries()}


def test_a_new_row_can_be_found(district: Unit) -> None:
    assert "huyen mau" in titles()


def test_update_of_a_queryset_changes_what_is_found(district: Unit) -> None:
    UnitVersion.objects.filter(unit=district).update(name="Thị xã Mẫu")
    assert "thi xa mau" in titles()
    assert "huyen mau" not in titles()


def test_bulk_writes_are_indexed(district: Unit) -> None:
    rows = [Alias(unit=district, text=f"Cách viết {number}", folded=f"cach viet {number}") for number in range(5)]
    Alias.objects.bulk_create(rows)
    assert sum(title.startswith("cach viet") for title in titles()) == 5


def test_raw_sql_is_indexed(officer: Account) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_account SET display_name = 'Đỗ Thuỷ' WHERE id = %s", [officer.pk])
    assert titles("account") == ["do thuy"]


def test_what_is_deleted_is_found_no_more(district: Unit) -> None:
    district.delete()
    assert "huyen mau" not in titles()


def test_what_is_rolled_back_is_not_found(province: Unit) -> None:
    with transaction.atomic():
        unit("xa-bo", "Xã Bỏ", kind=Kind.COMMUNE, parent=province)
        transaction.set_rollback(True)
    assert titles() == ["tinh mau"]


def test_an_alias_that_means_no_unit_is_left_out_and_comes_in_when_it_does(district: Unit) -> None:
    alias = Alias.objects.create(unit=district, text="BND huyện", folded="bnd huyen")
    SearchItem.objects.filter(title="bnd huyen").delete()
    Alias.objects.filter(pk=alias.pk).update(text="UBND huyện Mẫu")
    assert "ubnd huyen mau" in titles()


def test_verification_tells_of_an_index_that_differs_and_rebuilding_mends_it(district: Unit, officer: Account) -> None:
    assert stale(connection) == 0
    SearchItem.objects.filter(kind="unit").update(title="sai")
    assert stale(connection) > 0
    with pytest.raises(CommandError, match="lệch"):
        call_command("search_verify")
    assert rebuild(connection) == SearchItem.objects.count()
    call_command("search_verify", stdout=io.StringIO())


def test_installing_twice_makes_nothing_new(district: Unit) -> None:
    assert install(connection) == 0


def test_a_trigger_that_was_lost_is_made_again_and_its_source_indexed_anew(district: Unit) -> None:
    table = UnitVersion._meta.db_table
    lost = next(name for name in _triggers() if name.endswith(f"_{table}"))
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{lost}"' + (f" ON {table}" if connection.vendor == "postgresql" else ""))
    SearchItem.objects.filter(source=f"unit_{table}").delete()
    assert missing(connection) == [lost]
    assert install(connection) == 1
    assert "huyen mau" in titles()


def test_a_misspelt_column_is_told_at_the_start() -> None:
    assert every_declaration_names_columns() == []
    entry = next(entry for entry in entries() if entry.kind.name == "task")
    wrong = Entry(entry.kind, Source(model=entry.source.model, title=("txet",)))
    assert "txet" in fault_of(wrong)


def _triggers() -> list[str]:
    listing = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(listing[connection.vendor])
        return [name for (name,) in cursor.fetchall() if name.startswith("search_")]
