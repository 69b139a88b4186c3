"""Takes back the decisions of one day, while nothing new stands on what they made."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q

from tinhso.kernel.organisations.errors import FollowedByLater, StoodUpon
from tinhso.kernel.organisations.models import Holding, Post, Reorganisation, Succession, Unit, UnitVersion
from tinhso.kernel.organisations.reorganising.standing import Own, Standing, standing_on
from tinhso.lib.dates import write_date


def take_back(day: date, *, besides: Own) -> None:
    """Undo every decision of the day: the units they made go, what they ended or renamed goes on as before.

    ``besides`` tells rows that were written with the decisions and are undone by the caller. Raises FollowedByLater,
    StoodUpon; then nothing is changed.
    """
    with transaction.atomic():
        decisions = list(Reorganisation.objects.filter(effective_on=day))
        for refusal in refusals(day, besides=besides):
            raise refusal
        made, ended = made_by(decisions), _ended_by(decisions)
        Succession.objects.filter(reorganisation__in=decisions).delete()
        UnitVersion.objects.filter(begun_by__in=decisions).delete()
        UnitVersion.objects.filter(ended_by__in=decisions).update(valid_to=None, ended_by=None)
        Post.objects.filter(unit__in=ended, valid_to=day).update(valid_to=None)
        Holding.objects.filter(post__unit__in=ended, valid_to=day).update(valid_to=None)
        Unit.objects.filter(pk__in=made).delete()
        Reorganisation.objects.filter(effective_on=day).delete()


def refusals(day: date, *, besides: Own) -> list[FollowedByLater | StoodUpon]:
    """Why the decisions of the day cannot be taken back; empty when they can."""
    decisions = list(Reorganisation.objects.filter(effective_on=day))
    told: list[FollowedByLater | StoodUpon] = []
    if later := later_decisions(decisions, day):
        told.append(
            FollowedByLater(titles="; ".join(f"{each.title} ({write_date(each.effective_on)})" for each in later))
        )
    if found := stands_on(decisions, day, besides=besides):
        told.append(StoodUpon(what=", ".join(f"{each.count} {each.label}" for each in found)))
    return told


def stands_on(decisions: Sequence[Reorganisation], day: date, *, besides: Own) -> list[Standing]:
    """What names a unit that the decisions made, but what they wrote themselves."""
    own: dict[type, Q] = {
        UnitVersion: Q(begun_by__in=decisions),
        Post: Q(valid_from=day, rank=Post.Rank.HEAD),
        Succession: Q(reorganisation__in=decisions),
    }
    return standing_on(made_by(decisions), besides={**own, **besides})


def later_decisions(decisions: Sequence[Reorganisation], day: date) -> list[Reorganisation]:
    """Decisions of later days that change or follow a unit that these touched."""
    touched = Unit.objects.filter(
        Q(versions__begun_by__in=decisions)
        | Q(versions__ended_by__in=decisions)
        | Q(followed_by__reorganisation__in=decisions)
        | Q(follows__reorganisation__in=decisions)
    )
    units = set(touched.values_list("pk", flat=True))
    versions = UnitVersion.objects.filter(Q(unit__in=units) | Q(parent__in=units))
    begun, ended = versions.filter(valid_from__gt=day), versions.filter(valid_to__gt=day)
    links = Succession.objects.filter(Q(predecessor__in=units) | Q(successor__in=units))
    found = Q(pk__in=begun.values("begun_by")) | Q(pk__in=ended.values("ended_by"))
    followed = found | Q(pk__in=links.values("reorganisation"))
    return list(Reorganisation.objects.filter(followed, effective_on__gt=day))


def made_by(decisions: Sequence[Reorganisation]) -> list[int]:
    """The units that did not exist before the decisions."""
    begun = UnitVersion.objects.filter(begun_by__in=decisions).values("unit")
    before = UnitVersion.objects.exclude(begun_by__in=decisions).filter(valid_from__lt=_day(decisions)).values("unit")
    return list(Unit.objects.filter(pk__in=begun).exclude(pk__in=before).values_list("pk", flat=True))


def _ended_by(decisions: Sequence[Reorganisation]) -> list[int]:
    """The units that stopped with the decisions."""
    begun = UnitVersion.objects.filter(begun_by__in=decisions).values("unit")
    ended = UnitVersion.objects.filter(ended_by__in=decisions).values("unit")
    return list(Unit.objects.filter(pk__in=ended).exclude(pk__in=begun).values_list("pk", flat=True))


def _day(decisions: Sequence[Reorganisation]) -> date:
    return min((each.effective_on for each in decisions), default=date.max)
