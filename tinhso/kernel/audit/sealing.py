"""The chain: every entry is sealed with a hash over the hash before it, so that a later change of any one shows."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC

from django.db import connections, router, transaction

from tinhso.kernel.audit.models import Entry

FIRST = "0" * 64
#: Any number of our own; PostgreSQL keeps such locks by number.
_LOCK = 7_446_001
#: Entries read at once by a verification.
_PORTION = 2000
_SET_SEAL = "UPDATE audit_entry SET sequence = %s, hash = %s WHERE id = %s"
#: One statement for all: PostgreSQL answers each of many separately, SQLite is faster with many.
_SET_SEALS = (
    "UPDATE audit_entry SET sequence = seal.sequence, hash = seal.hash "
    "FROM unnest(%s::bigint[], %s::text[], %s::bigint[]) AS seal(sequence, hash, id) WHERE audit_entry.id = seal.id"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """What a verification found: length and last hash of what is whole, entries not yet sealed, the first fault."""

    length: int
    head: str
    unsealed: int
    fault: str

    @property
    def whole(self) -> bool:
        """Nothing is broken."""
        return not self.fault


def seal(*, limit: int = 5000) -> int:
    """Seal up to ``limit`` waiting entries, one process at a time; says how many were."""
    if not Entry.objects.unsealed().exists():
        return 0
    with transaction.atomic(using=_alias()):
        _wait_for_turn()
        last = Entry.objects.sealed().last()
        sequence, head = (last.sequence or 0, last.hash) if last else (0, FIRST)
        seals = list(_seals(Entry.objects.unsealed()[:limit], sequence=sequence, head=head))
        _set(seals)
    return len(seals)


def verify(*, expected: str = "", tell: Callable[[int], None] = lambda _checked: None) -> Chain:
    """Walk the chain from its first entry. ``expected``, a head noted earlier ("1234:hash"), must stand in it.

    ``tell`` hears now and then how many entries were checked.
    """
    sequence, head, fault = 0, FIRST, ""
    awaited, _, noted = expected.partition(":")
    for entry in _chain():
        fault = _fault(entry, sequence=sequence + 1, head=head)
        if fault:
            break
        sequence, head = sequence + 1, entry.hash
        if sequence % _PORTION == 0:
            tell(sequence)
        if str(sequence) == awaited and head != noted:
            fault = f"Mục số {sequence} không phải là mục đã ghi lại ngày trước."
            break
    if not fault and awaited and sequence < int(awaited):
        fault = f"Chuỗi dừng ở mục số {sequence}, trong khi đã ghi lại mục số {awaited}."
    return Chain(length=sequence, head=head, unsealed=Entry.objects.unsealed().count(), fault=fault)


def hash_of(entry: Entry, *, sequence: int, head: str) -> str:
    """The seal of an entry at its place in the chain."""
    facts = [
        *(sequence, entry.pk, entry.at.astimezone(UTC).isoformat(), entry.actor, entry.source, entry.request),
        *(entry.table_name, entry.row_key, entry.verb, entry.before, entry.after),
    ]
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{head}\n{canonical}".encode()).hexdigest()


def _chain() -> Iterator[Entry]:
    """In portions, so that no cursor stays open while others write."""
    portion, last = list(Entry.objects.sealed()[:_PORTION]), 0
    while portion:
        yield from portion
        last = portion[-1].sequence or last
        portion = list(Entry.objects.sealed().filter(sequence__gt=last)[:_PORTION])


def _seals(entries: Iterable[Entry], *, sequence: int, head: str) -> Iterator[tuple[int, str, int]]:
    for entry in entries:
        sequence += 1
        head = hash_of(entry, sequence=sequence, head=head)
        yield sequence, head, entry.pk


def _set(seals: list[tuple[int, str, int]]) -> None:
    connection = connections[_alias()]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_SET_SEALS, [list(column) for column in zip(*seals, strict=True)])
        else:
            cursor.executemany(_SET_SEAL, seals)


def _fault(entry: Entry, *, sequence: int, head: str) -> str:
    if entry.sequence != sequence:
        return f"Thiếu mục số {sequence} (sau nó là mục {entry.sequence}, mã {entry.pk})."
    if entry.hash != hash_of(entry, sequence=sequence, head=head):
        return f"Mục số {sequence} (mã {entry.pk}, {entry}) đã bị thay đổi."
    return ""


def _wait_for_turn() -> None:
    # On SQLite the transaction itself holds the only write lock.
    if connections[_alias()].vendor == "postgresql":
        with connections[_alias()].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _alias() -> str:
    return router.db_for_write(Entry)
