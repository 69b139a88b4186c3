"""Opening an account and giving it a role: each checked by the rules of the database, each refusal a sentence."""

import secrets
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.accounts.sessions import rights_changed
from tinhso.kernel.organisations.models import Post, Unit
from tinhso.lib.errors import TinhsoError

#: Without the letters and digits that are taken for one another on paper.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


class NoSuchPlace(TinhsoError):
    """A role was to be given at a unit or post that is not kept here."""

    code = "no_such_place"
    status = 422
    sentence = "Không có {place} trong danh mục đơn vị."


class RoleRefused(TinhsoError):
    """The database's rules refuse the role; the sentence is theirs."""

    code = "role_refused"
    status = 422
    sentence = "{why}"


def new_password() -> str:
    """Three groups of five, about 74 bits: safe to be read from paper and typed once."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(3))


@transaction.atomic
def open_account(username: str, *, display_name: str, password: str | None = None, email: str = "") -> Account:
    """A new account, without a password until the person chooses one by a link.

    Raises ValidationError with the Vietnamese sentence when the name is taken or not plain.
    """
    Account(username=username, display_name=display_name, email=email).full_clean(exclude=("password",))
    return Account.objects.create_account(username, display_name=display_name, password=password, email=email)


def set_temporary(account: Account, password: str) -> None:
    """A password that somebody else has seen: it opens for some days, and only to choose an own one."""
    account.set_password(password)
    account.password_expires_at = timezone.now() + timedelta(days=settings.RESET_DAYS)
    account.save(update_fields=["password", "password_expires_at"])


def give_role(account: Account, role: Role, *, unit: str, title: str, since: date) -> RoleAssignment:
    """The role at the unit with that key, through the post with that title ("" is none), from a day on.

    Given again it stays as it is. Raises NoSuchPlace, RoleRefused.
    """
    place = _unit(unit) if unit else None
    post = _post(place, title) if place and title else None
    held = RoleAssignment.objects.filter(account=account, role=role, unit=place, valid_from=since).first()
    return held or _assign(RoleAssignment(account=account, role=role, unit=place, post=post, valid_from=since))


def _assign(assignment: RoleAssignment) -> RoleAssignment:
    try:
        assignment.full_clean()
    except ValidationError as mistake:
        raise RoleRefused(why=" ".join(mistake.messages)) from mistake
    assignment.save()
    rights_changed(assignment.account)
    return assignment


def _unit(key: str) -> Unit:
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NoSuchPlace(place=f"đơn vị “{key}”")
    return unit


def _post(unit: Unit, title: str) -> Post:
    post = Post.objects.filter(unit=unit, title=title).order_by("-valid_from").first()
    if post is None:
        raise NoSuchPlace(place=f"chức vụ “{title}” tại “{unit.key}”")
    return post
