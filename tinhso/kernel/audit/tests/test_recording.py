"""Whatever way a row is changed, the log has it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from tinhso.kernel.accounts.linking import Purpose, make_link
from tinhso.kernel.accounts.models import Account, OneTimeLink, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.audit.models import Entries, Entry, Verb
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.audit.tables import recorded
from tinhso.kernel.audit.triggers import missing
from tinhso.kernel.organisations.models import Alias, Unit

pytestmark = pytest.mark.django_db


def entries() -> Entries:
    return Entry.objects.of_table("accounts_account").order_by("id")


def new_account(username: str = "moi") -> Account:
    return Account.objects.create_account(username, display_name="Người Mới", password="mat-khau-bi-mat")


def test_every_table_of_ours_is_recorded() -> None:
    assert missing(connection) == []
    assert {"accounts_account", "organisations_unit"} <= {table.name for table in recorded()}


def test_a_new_row_is_recorded_with_what_it_holds() -> None:
    account = new_account()
    entry = entries().get(row_key=str(account.pk))
    assert (entry.verb, entry.before) == (Verb.INSERT, None)
    assert entry.after["display_name"] == "Người Mới"


def test_update_of_a_queryset_is_recorded() -> None:
    account = new_account()
    Account.objects.filter(pk=account.pk).update(display_name="Tên Khác")
    entry = entries().get(verb=Verb.UPDATE)
    assert (entry.before["display_name"], entry.after["display_name"]) == ("Người Mới", "Tên Khác")


def test_bulk_create_is_recorded_row_by_row() -> None:
    Unit.objects.bulk_create([Unit(key=f"don-vi-{number}") for number in range(7)])
    keys = Entry.objects.of_table("organisations_unit").values_list("after__key", flat=True)
    assert sorted(keys) == [f"don-vi-{number}" for number in range(7)]


def test_raw_sql_is_recorded() -> None:
    account = new_account()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_account SET display_name = 'Sửa Lén' WHERE id = %s", [account.pk])
    assert entries().get(verb=Verb.UPDATE).after["display_name"] == "Sửa Lén"


def test_deletion_is_recorded_with_what_was_lost() -> None:
    account = new_account()
    number = account.pk
    account.delete()
    entry = entries().get(verb=Verb.DELETE)
    assert (entry.row_key, entry.before["username"], entry.after) == (str(number), "moi", None)


def test_a_row_written_as_it_was_is_no_change() -> None:
    account = new_account()
    account.save()
    assert not entries().filter(verb=Verb.UPDATE).exists()


def test_what_is_rolled_back_leaves_nothing() -> None:
    with transaction.atomic():
        new_account()
        transaction.set_rollback(True)
    assert not entries().exists()


def test_a_password_stands_in_the_log_only_as_a_digest() -> None:
    account = new_account()
    written = entries().get().after["password"]
    assert written.startswith("sha256:")
    assert account.password not in written


def test_the_word_of_a_link_stands_neither_in_the_database_nor_in_the_log(officer: Account) -> None:
    word = make_link(officer, Purpose.PASSWORD, valid=timedelta(days=1))
    link = OneTimeLink.objects.get()
    entry = Entry.objects.of_row(link).get()
    assert word not in f"{vars(link)} {entry.after}"
    assert entry.after["digest"].startswith("sha256:")
    assert link.digest not in entry.after["digest"]


def test_a_session_is_no_entry(client: Client, officer: Account) -> None:
    before = Entry.objects.count()
    client.force_login(officer)
    assert Entry.objects.count() == before


def test_long_text_stands_in_the_log_only_as_a_digest(district: Unit) -> None:
    alias = Alias.objects.create(unit=district, text="UBND huyện", folded="ubnd huyen")
    assert Entry.objects.of_row(alias).get().after["text"] == "UBND huyện"


def test_the_log_knows_who_and_through_which_door() -> None:
    with acting(actor="can-bo-so", source="việc nền đọc kế hoạch", request="r-1"):
        account = new_account()
    entry = Entry.objects.of_row(account).get()
    assert (entry.actor, entry.source, entry.request) == ("can-bo-so", "việc nền đọc kế hoạch", "r-1")


def test_who_acts_is_not_carried_over_to_the_next() -> None:
    with acting(actor="nguoi-truoc", source="trang web"):
        new_account("mot")
    new_account("hai")
    assert [entry.actor for entry in entries()] == ["nguoi-truoc", ""]


def test_who_acts_is_still_known_after_a_rollback() -> None:
    with acting(actor="can-bo-so", source="trang web"):
        with transaction.atomic():
            new_account("bo")
            transaction.set_rollback(True)
        new_account("giu")
    assert entries().get().actor == "can-bo-so"


def test_a_refused_write_does_not_hide_its_own_reason(district: Unit, officer: Account) -> None:
    twice = RoleAssignment(account=officer, role=Role.UNIT_OFFICER, unit=district, valid_from=date(2022, 1, 1))
    with pytest.raises(DatabaseError, match=r"(?i)unique"), transaction.atomic(), acting(actor="a", source="b"):
        twice.save()
    assert Entry.objects.of_table("accounts_roleassignment").count() == 1


@pytest.mark.parametrize("deed", ["UPDATE audit_entry SET actor = 'người khác'", "DELETE FROM audit_entry"])
def test_an_entry_can_neither_be_changed_nor_removed(deed: str) -> None:
    new_account()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(deed)
    assert entries().get().actor == ""
