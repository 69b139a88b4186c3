"""The doors of Quản trị: accounts, delegations, days, subscriptions, the log."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from tests.authenticator import with_app
from tests.doors.world import Make, Sent, World
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.organisations.deciding import version_of
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.lib.dates import write_date

_DAYS = {"first": "31/01/2022", "last": "04/02/2022", "effect": "off", "occasion": "tet", "reason": "Nghỉ Tết"}
_SWAP = {"off": "01/6/2022", "worked": "04/6/2022", "reason": "Hoán đổi"}
#: The same as programs send it.
_TET = {**_DAYS, "first": "2022-01-31", "last": "2022-02-04"}
_SWAPPED = {**_SWAP, "off": "2022-06-01", "worked": "2022-06-04"}
_OFF = {"day": "2022-05-04", "effect": "off", "occasion": "other", "reason": "Nghỉ"}
_SUBSCRIPTION = {"name": "Trục mới", "address": "https://10.0.0.1/nhan", "version": 1}


def _day(world: World, **form: object) -> Sent:
    return Sent(form={"version": version_of(DecidedDay.objects.get(pk=world.key("decided"))), **form})


def _seen_day(world: World, **content: object) -> Sent:
    """By the API, at the version that stands."""
    seen = version_of(DecidedDay.objects.get(pk=world.key("decided")))
    return Sent(json=content, headers={"If-Match": f'"{seen}"'})


def _mandate(to: str) -> Make:
    """The head of Huyện Mẫu, or of another unit, lets somebody of it act for him."""

    def send(world: World) -> Sent:
        own = RoleAssignment.objects.get(account=world.people["head"])
        held = own if to == "officer" else RoleAssignment.objects.get(pk=world.key("held"))
        delegate = world.people["officer"].pk if to == "officer" else Delegation.objects.get(held=held).delegate_id
        first = timezone.localdate() + timedelta(days=30)
        days = {"first_day": write_date(first), "last_day": write_date(first + timedelta(days=7))}
        paper = {"paper_number": "16/UQ-UBND", "paper_date": write_date(timezone.localdate())}
        return Sent(keys={"held": held.pk}, form={"delegate": delegate, **days, **paper})

    return send


def _own_delegation(world: World) -> Sent:
    given = Delegation.objects.get(giver=world.people["head"])
    return Sent(keys={"delegation": given.pk}, form={"reason": "Về sớm"})


def _second_step(world: World) -> Sent:
    with_app(world.people["citizen"])
    return Sent(form={"reason": "Mất máy"})


SENT: Mapping[str, Make] = {
    "POST web:account_new": lambda _world: Sent(form={"username": "nguoi-moi", "display_name": "Người Mới"}),
    "POST web:account": lambda world: Sent(
        form={"display_name": "Tên Mới", "version": world.people["citizen"].version}
    ),
    "POST web:account_role": lambda _world: Sent(form={"role": "registrar", "unit": "huyen-mau"}),
    "POST web:account_door": lambda world: Sent(form={"deed": "close", "version": world.people["citizen"].version}),
    "POST web:account_second_step": _second_step,
    "POST web:account_identity": lambda _world: Sent(form={"provider": "sso", "subject": "001200000001"}),
    "POST log:export": lambda _world: Sent(form={"kind": "csv"}),
    "POST days:enter": lambda _world: Sent(form=_DAYS),
    "POST days:swap": lambda _world: Sent(form=_SWAP),
    "POST days:change": lambda world: _day(world, day="04/5/2022", effect="off", occasion="other", reason="Nghỉ"),
    "POST days:take_back": _day,
    "POST api:verify_log": lambda _world: Sent(json={}),
    "POST api:decide_days": lambda _world: Sent(json=_TET),
    "POST api:swap_days": lambda _world: Sent(json=_SWAPPED),
    "PUT api:correct_day": lambda world: _seen_day(world, **_OFF),
    "POST api:take_back_decided_day": _seen_day,
    "GET delegations:give của mình": _mandate("officer"),
    "POST delegations:give của mình": _mandate("officer"),
    "POST delegations:give": _mandate("other"),
    "POST delegations:take_back của mình": _own_delegation,
    "POST systems:new_subscription": lambda _world: Sent(form={**_SUBSCRIPTION, "uid": str(uuid4())}),
    "POST systems:subscription": lambda _world: Sent(form={**_SUBSCRIPTION, "uid": str(uuid4())}),
    "POST systems:subscription_deed": lambda _world: Sent(form={"deed": "stop", "version": 1}),
}
