"""Tell people of what concerns them: once, and never who did it himself."""

from collections.abc import Iterable

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.text import nfc
from tinhso.steering.following.models import Deed, Notice


def tell_person(deed: Deed, account: Account, words: str, *, kind: Notice.Kind) -> None:
    """A notice to one person about a deed."""
    if account.pk == deed.account_id:
        return
    Notice.objects.get_or_create(
        key=f"{kind}:{deed.pk}:a{account.pk}",
        defaults={**_about(deed, kind, words), "account": account},
    )


def tell_units(deed: Deed, units: Iterable[int], words: str, *, kind: Notice.Kind, verb: Verb = Verb.REPORT) -> None:
    """A notice to those who hold the verb at each of the units, or at the unit that follows it."""
    for unit in sorted(set(units)):
        Notice.objects.get_or_create(
            key=f"{kind}:{deed.pk}:u{unit}:{verb}",
            defaults={**_about(deed, kind, words), "unit_id": unit, "verb": verb},
        )


def _about(deed: Deed, kind: Notice.Kind, words: str) -> dict[str, object]:
    facts = {
        "task_id": deed.task_id,
        "programme_id": deed.task.programme_id,
        "deed_id": deed.pk,
        "created_at": deed.recorded_at,
    }
    return {**facts, "kind": kind, "words": nfc(words)[:300]}
