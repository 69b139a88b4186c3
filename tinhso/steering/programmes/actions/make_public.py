"""Công khai: what of a programme anybody may read, without an account."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.models import Indicator, Programme, PublicMark

#: Stands for the page itself among the keys of indicators.
PAGE = 0


def public_keys(programme: Programme) -> frozenset[int]:
    """The keys of what is public, ``PAGE`` for the page itself; one query."""
    rows = PublicMark.objects.standing().filter(programme=programme).values_list("indicator", flat=True)
    return frozenset(key or PAGE for key in rows)


def make_public(programme: Programme, wanted: Collection[int], *, by: Account) -> frozenset[int]:
    """What is public from now on: the keys of present indicators, and ``PAGE``; what is not named is public no more.

    Sent twice it changes nothing. Raises NotAllowed.
    """
    standing(by).require(Verb.SET_PROGRAMME)
    with transaction.atomic():
        Programme.objects.select_for_update().get(pk=programme.pk)
        present = set(Indicator.objects.current().filter(programme=programme).values_list("pk", flat=True)) | {PAGE}
        keys, stands = present.intersection(wanted), public_keys(programme)
        gone = PublicMark.objects.standing().filter(programme=programme)
        for key in stands - keys:
            gone.filter(indicator=key or None).update(ended_by=by, ended_at=timezone.now())
        PublicMark.objects.bulk_create(
            PublicMark(programme=programme, indicator_id=key or None, marked_by=by) for key in sorted(keys - stands)
        )
    return frozenset(keys)
