"""Accounts in the search over everything, for those who keep them."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.search.findable import Hit, Kind, Seeker, Source


def _may_keep(seeker: Seeker) -> bool:
    return standing(seeker.account, seeker.day).may(Verb.KEEP_ACCOUNTS)


def accounts(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Accounts with the name typed at the door."""
    return {
        each.pk: Hit(
            each.display_name,
            reverse("web:account", args=(each.pk,)),
            detail=each.username,
            note="" if each.is_active else "đã khóa",
        )
        for each in Account.objects.filter(pk__in=keys)
    }


SEARCH = (
    Kind(
        name="account",
        label="Tài khoản",
        order=80,
        sources=(Source(model=Account, code=("username",), title=("display_name",), ended="is_active"),),
        seen=_may_keep,
        show=accounts,
    ),
)
