"""The names behind the entries of the log: of the people who acted, and of the records that they are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Entry

BEHALF = ", thay mặt "
#: The columns by which a record is called, the first that it has; an entry keeps them, so that no query is needed.
_CALLED = ("display_name", "name", "title", "code", "subject", "text", "username")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Names:
    """What accounts are called, by user name and by key."""

    of_user: dict[str, str]
    of_account: dict[str, str]

    def who(self, username: str) -> str:
        """The person, or the user name of one that is no more."""
        return self.of_user.get(username, username)

    def of_row(self, entry: Entry) -> str:
        """What the entry's record was called then; an account as it is now, for a sign-in keeps nothing of it."""
        kept = {**(entry.before or {}), **(entry.after or {})} if entry.row_key else {}
        found = (str(kept[column]) for column in _CALLED if kept.get(column))
        called = (self.of_account.get(entry.row_key) if _is_account(entry) else None) or next(found, "")
        return called if len(called) <= _LONGEST else f"{called[:_LONGEST]}…"


def names_behind(entries: Sequence[Entry]) -> Names:
    """One query, however many entries."""
    users = {entry.actor for entry in entries} | {name for entry in entries for name in givers_of(entry)}
    keys = {int(entry.row_key) for entry in entries if _is_account(entry)}
    known = Account.objects.filter(Q(username__in=users - {""}) | Q(pk__in=keys))
    rows = list(known.values_list("pk", "username", "display_name"))
    return Names({user: name for _key, user, name in rows}, {str(key): name for key, _user, name in rows})


def givers_of(entry: Entry) -> Iterable[str]:
    """The user names of those in whose name it was done."""
    return [name for name in entry.source.partition(BEHALF)[2].split(" hoặc ") if name]


def _is_account(entry: Entry) -> bool:
    return entry.table_name == Account._meta.db_table and entry.row_key.isdecimal()
