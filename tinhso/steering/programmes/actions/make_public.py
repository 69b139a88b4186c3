"""Công khai: what of a programme anybody may read, without an account."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.fetching import programmes_shown
from tinhso.steering.programmes.models import Indicator, Programme, PublicMark
from tinhso.steering.programmes.refusals import MarksChanged

#: Stands for the page itself among the keys of indicators.
PAGE = 0


def public_keys(programme: Programme) -> frozenset[int]:
    """The keys of what is public, ``PAGE`` for the page itself; one query."""
    rows = PublicMark.objects.standing().filter(programme=programme).values_list("indicator", flat=True)
    return frozenset(key or PAGE for key in rows)


def public_programmes() -> list[Programme]:
    """Those that have a public page, the newest first; one query beside what is kept."""
    marks = PublicMark.objects.standing().filter(indicator=None).values_list("programme", flat=True)
    shown, open_ = programmes_shown(), set(marks)
    return sorted(
        (shown[key] for key in open_ if key in shown), key=lambda each: (each.starts_on, each.pk), reverse=True
    )


def make_public(
    programme: Programme, wanted: Collection[int], *, by: Account, seen: frozenset[int] | None = None
) -> frozenset[int]:
    """What is public from now on: the keys of present indicators, and ``PAGE``; what is not named is public no more.

    Sent twice it changes nothing; ``seen`` is what stood when the person looked, where he says so.
    Raises NotAllowed, MarksChanged.
    """
    standing(by).require(Verb.SET_PROGRAMME)
    with transaction.atomic():
        Programme.objects.select_for_update().get(pk=programme.pk)
        present = set(Indicator.objects.current().filter(programme=programme).values_list("pk", flat=True)) | {PAGE}
        keys, stands = present.intersection(wanted), public_keys(programme)
        if seen is not None and seen != stands:
            raise MarksChanged
        gone = PublicMark.objects.standing().filter(programme=programme)
        for key in stands - keys:
            gone.filter(indicator=key or None).update(ended_by=by, ended_at=timezone.now())
        PublicMark.objects.bulk_create(
            PublicMark(programme=programme, indicator_id=key or None, marked_by=by) for key in sorted(keys - stands)
        )
    return frozenset(keys)
