"""Make a post, say who holds it, end either."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.offices.models import HolderAccount
from tinhso.kernel.accounts.offices.refusals import (
    NotYourUnit,
    OfficeRefused,
    OutsideThePost,
    PostExists,
    SeatTaken,
    UnitNotThere,
)
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing, units_where
from tinhso.kernel.organisations.history import version_on
from tinhso.kernel.organisations.models import Holding, Post, Unit
from tinhso.kernel.organisations.models.validity import Dated, ValidityQuerySet
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a seat of a post, from a day until the day before ``until`` (None: open)."""

    person: str
    since: date
    until: date | None = None
    seat: int = 1
    source: str = ""
    account: Account | None = None


def keeps_posts(by: Account, unit: Unit) -> bool:
    """Whether the person may enter posts of that unit: its head, or who keeps all organisations."""
    if standing(by).may(Verb.KEEP_ORGANISATIONS):
        return True
    return units_where(by, Verb.KEEP_POSTS).filter(pk=unit.pk).exists()


def make_post(unit: Unit, title: str, *, rank: str, since: date, by: Account) -> Post:
    """A post at a unit. Raises NotYourUnit, UnitNotThere, PostExists, OfficeRefused."""
    _require(by, unit)
    if version_on(unit, since) is None:
        raise UnitNotThere(day=write_date(since))
    post = Post(unit=unit, title=nfc(title), rank=rank, valid_from=since)
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)
        same = _open_after(Post.objects.filter(unit=unit, title=post.title), since).first()
        if same is not None:
            raise PostExists(title=same.title, since=write_date(same.valid_from))
        _save(post)
    return post


def seat(post: Post, holder: Holder, *, by: Account) -> Holding:
    """The holder in his seat; entered twice he is one. Raises NotYourUnit, OutsideThePost, SeatTaken, OfficeRefused."""
    _require(by, post.unit)
    _refuse_outside(post, holder)
    with transaction.atomic():
        Post.objects.select_for_update().get(pk=post.pk)
        seated = Holding(
            post=post,
            person=nfc(holder.person),
            seat=holder.seat,
            valid_from=holder.since,
            valid_to=holder.until,
            source=nfc(holder.source),
        )
        taken = _taken(seated)
        if taken is None:
            _save(seated)
        elif (taken.person, taken.valid_from, taken.valid_to) == (seated.person, seated.valid_from, seated.valid_to):
            seated = taken
        else:
            raise SeatTaken(person=taken.person, since=write_date(taken.valid_from), until=_until(taken.valid_to))
        if holder.account is not None:
            HolderAccount.objects.update_or_create(holding=seated, defaults={"account": holder.account})
    return seated


def end_holding(holding: Holding, *, on: date, by: Account) -> bool:
    """Whether it was still open; ``on`` is the first day without the holder. Raises NotYourUnit, OfficeRefused."""
    _require(by, holding.post.unit)
    return _end(Holding.objects.filter(pk=holding.pk), on)


def end_post(post: Post, *, on: date, by: Account) -> bool:
    """Whether it was still open; its holders end with it. Raises NotYourUnit, OfficeRefused."""
    _require(by, post.unit)
    with transaction.atomic():
        open_seats = Holding.objects.filter(post=post, valid_to=None)
        for holding in open_seats:
            _end(open_seats.filter(pk=holding.pk), on)
        return _end(Post.objects.filter(pk=post.pk), on)


def _require(by: Account, unit: Unit) -> None:
    if not keeps_posts(by, unit):
        raise NotYourUnit
    if not standing(by).may(Verb.KEEP_ORGANISATIONS):
        standing(by).require(Verb.KEEP_POSTS)


def _refuse_outside(post: Post, holder: Holder) -> None:
    begins_early = holder.since < post.valid_from
    ends_late = post.valid_to is not None and (holder.until is None or holder.until > post.valid_to)
    if begins_early or ends_late:
        raise OutsideThePost(since=write_date(post.valid_from), until=_until(post.valid_to))


def _taken(seated: Holding) -> Holding | None:
    others = _open_after(Holding.objects.filter(post=seated.post, seat=seated.seat), seated.valid_from)
    if seated.valid_to is not None:
        others = others.filter(valid_from__lt=seated.valid_to)
    return others.first()


def _open_after(rows: ValidityQuerySet[Dated], day: date) -> ValidityQuerySet[Dated]:
    return rows.filter(Q(valid_to=None) | Q(valid_to__gt=day))


def _end(rows: models.QuerySet[Post] | models.QuerySet[Holding], on: date) -> bool:
    row = rows.filter(valid_to=None).first()
    if row is None:
        return False
    row.valid_to = on
    _save(row)
    return True


def _save(row: Post | Holding) -> None:
    try:
        row.full_clean()
    except ValidationError as mistake:
        raise OfficeRefused(why=" ".join(mistake.messages)) from mistake
    row.save()


def _until(day: date | None) -> str:
    return f" đến trước {write_date(day)}" if day else ""
