"""Who is named in what somebody says: "@can-bo-so"."""

import re
from datetime import date

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.steering.following.refusals import NobodyOfThatName

#: A name after "@" at the beginning of a word; "a@b.vn" is none.
NAMED = re.compile(r"(?<![\w.@-])@([a-z0-9][a-z0-9._-]*[a-z0-9])", re.IGNORECASE)


def mentioned_in(text: str, day: date) -> list[Account]:
    """The accounts named, each once. Raises NobodyOfThatName for a name of nobody who may see programmes."""
    names = list(dict.fromkeys(name.lower() for name in NAMED.findall(text)))
    if not names:
        return []
    may_see = RoleAssignment.objects.granting(Verb.READ_PROGRAMMES).valid_on(day).values("account")
    found = {each.username: each for each in Account.objects.filter(username__in=names, is_active=True, pk__in=may_see)}
    for name in names:
        if name not in found:
            raise NobodyOfThatName(name=name)
    return [found[name] for name in names]
