"""The chain shows the first entry that was changed, taken out or put in."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.audit.sealing import FIRST, hash_of, seal, verify
from tinhso.kernel.audit.triggers import install, missing, remove

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed() -> list[Entry]:
    """Five entries in the chain."""
    for number in range(5):
        Account.objects.create_account(f"nguoi-{number}", display_name=f"Người {number}")
    seal()
    return list(Entry.objects.sealed())


@contextmanager
def guards_lifted() -> Iterator[None]:
    """What somebody with the database in hand can do."""
    remove(connection)
    yield
    install(connection)


def test_an_untouched_log_is_whole(sealed: list[Entry]) -> None:
    chain = verify()
    assert (chain.whole, chain.length, chain.head) == (True, 5, sealed[-1].hash)


def test_an_empty_log_is_whole() -> None:
    assert (verify().whole, verify().head) == (True, FIRST)


def test_sealing_goes_on_where_it_stopped(sealed: list[Entry]) -> None:
    Account.objects.create_account("nguoi-sau", display_name="Người Sau")
    assert seal() == 1
    assert [entry.sequence for entry in Entry.objects.sealed()] == [1, 2, 3, 4, 5, 6]


def test_sealing_takes_no_more_than_its_portion() -> None:
    for number in range(5):
        Account.objects.create_account(f"nguoi-{number}", display_name=f"Người {number}")
    assert (seal(limit=3), verify().unsealed) == (3, 2)


def test_a_seal_cannot_be_set_twice(sealed: list[Entry]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(pk=sealed[0].pk).update(hash="f" * 64)


def test_a_changed_entry_is_named(sealed: list[Entry]) -> None:
    with guards_lifted():
        Entry.objects.filter(pk=sealed[2].pk).update(actor="ai đó")
    assert verify().fault.startswith(f"Mục số 3 (mã {sealed[2].pk}")


def test_a_changed_content_is_named(sealed: list[Entry]) -> None:
    with guards_lifted():
        Entry.objects.filter(pk=sealed[3].pk).update(after={})
    assert verify().fault.startswith("Mục số 4 ")


def test_whoever_also_forges_the_seal_of_what_was_changed_breaks_the_next_one(sealed: list[Entry]) -> None:
    forged = sealed[2]
    forged.actor = "ai đó"
    seal_of_it = hash_of(forged, sequence=3, head=sealed[1].hash)
    with guards_lifted():
        Entry.objects.filter(pk=forged.pk).update(actor="ai đó", hash=seal_of_it)
    assert verify().fault.startswith(f"Mục số 4 (mã {sealed[3].pk}")


def test_a_removed_entry_is_named(sealed: list[Entry]) -> None:
    with guards_lifted():
        sealed[1].delete()
    assert verify().fault.startswith("Thiếu mục số 2 ")


def test_a_cut_end_shows_against_a_head_noted_before(sealed: list[Entry]) -> None:
    noted = f"5:{sealed[4].hash}"
    with guards_lifted():
        sealed[4].delete()
    assert verify().whole
    assert verify(expected=noted).fault.startswith("Chuỗi dừng ở mục số 4")


def test_a_chain_written_anew_shows_against_a_head_noted_before(sealed: list[Entry]) -> None:
    noted = f"5:{sealed[4].hash}"
    with guards_lifted():
        Entry.objects.update(sequence=None, hash="", actor="ai đó")
    seal()
    assert verify().whole
    assert "không phải là mục đã ghi lại" in verify(expected=noted).fault


def test_the_command_fails_on_a_broken_log(sealed: list[Entry]) -> None:
    with guards_lifted():
        sealed[0].delete()
    with pytest.raises(CommandError, match="Thiếu mục số 1"):
        call_command("audit_verify")


def test_the_command_fails_when_a_trigger_was_taken_out(sealed: list[Entry]) -> None:
    remove(connection)
    with pytest.raises(CommandError, match="trigger"):
        call_command("audit_verify")
    install(connection)
    assert missing(connection) == []
