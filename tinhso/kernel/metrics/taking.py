"""Take a count and keep it: the figure, the version, the moment, the records. What was kept is never counted over."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.metrics.drawing import Drawn, draw
from tinhso.kernel.metrics.models import Count, Pile, UnitCount
from tinhso.kernel.metrics.packing import packed
from tinhso.kernel.metrics.recipes import Metric, Scope
from tinhso.kernel.metrics.refusals import RecountReasonMissing, SpanImpossible
from tinhso.lib.numbers import write_number
from tinhso.lib.text import nfc

#: So often it is tried again when somebody else has just counted the same.
_TRIES = 3


def take(metric: Metric, scope: Scope, *, by: Account | None, reason: str = "") -> Count:
    """The count of the span that stands from now on.

    Where the same version has counted the same records already, that one: two clicks count once. Otherwise it
    corrects the one that stands, for which a ``reason`` is needed. ``by`` is None for the machine.
    Raises NotAllowed, SpanImpossible, NoRecipe, RecountReasonMissing.
    """
    if by is not None:
        standing(by).require(Verb.KEEP_FIGURES)
    if not scope.first <= scope.last <= timezone.localdate():
        raise SpanImpossible
    drawn = draw(metric.recipe_on(scope.last), scope)
    for left in reversed(range(_TRIES)):
        stands = Count.objects.of_scope(metric.code, scope).standing().first()
        if stands and (stands.version, stands.digest) == (drawn.recipe.version, drawn.digest):
            return stands
        if stands and not reason.strip():
            raise RecountReasonMissing(stands=told(stands), counted=_told(drawn))
        try:
            return _written(metric, scope, drawn, by=by, reason=reason, stands=stands)
        except IntegrityError:
            if not left:
                raise
    raise AssertionError("counted or raised above")


def told(count: Count) -> str:
    """ "12/32", or "12" of a number; with its version."""
    return f"{_parts(count.numerator, count.denominator)}, phiên bản {count.version}"


def _told(drawn: Drawn) -> str:
    return f"{_parts(drawn.size('numerator'), drawn.size('denominator'))}, phiên bản {drawn.recipe.version}"


def _parts(numerator: int | None, denominator: int | None) -> str:
    return "/".join(write_number(each) for each in (numerator, denominator) if each is not None)


@transaction.atomic
def _written(
    metric: Metric, scope: Scope, drawn: Drawn, *, by: Account | None, reason: str, stands: Count | None
) -> Count:
    now = timezone.now()
    if stands is not None:
        Count.objects.filter(pk=stands.pk).update(superseded_at=now)
    made = Count.objects.create(
        metric=metric.code,
        version=drawn.recipe.version,
        subject=scope.subject,
        from_on=scope.first,
        to_on=scope.last,
        numerator=drawn.size("numerator") or 0,
        denominator=drawn.size("denominator"),
        digest=drawn.digest,
        note=nfc(reason).strip() if stands else "",
        counted_at=now,
        counted_by=by,
        corrects=stands,
    )
    _pile_up(made, drawn)
    return made


def _pile_up(count: Count, drawn: Drawn) -> None:
    of_units = [
        UnitCount(
            count=count,
            unit_id=unit,
            numerator=drawn.size("numerator", unit) or 0,
            denominator=drawn.size("denominator", unit),
        )
        for unit in sorted(drawn.units)
    ]
    UnitCount.objects.bulk_create(of_units)
    Pile.objects.bulk_create(
        Pile(of=each, side=side, keys=packed(sorted(found)), marks=b"".join(found[key] for key in sorted(found)))
        for each in of_units
        for side, found in drawn.units[each.unit_id].items()
    )
