"""The doors of one's own account, and of the sign-in."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from tests.authenticator import App
from tests.doors.world import PASSWORD, Make, Sent, World
from tinhso.kernel.accounts import second_step
from tinhso.kernel.exchange.tokens import give_token

_FRESH = "mat-khau-moi-hoan-toan-8"


def _password(_world: World) -> Sent:
    return Sent(form={"old_password": PASSWORD, "new_password1": _FRESH, "new_password2": _FRESH})


def _app(world: World) -> Sent:
    def of(who: str) -> Mapping[str, object]:
        proposed = second_step.propose(world.people[who])
        secret = second_step.opened(world.people[who], proposed) or ""
        return {"proposed": proposed, "code": App(secret).code()}

    return Sent(of=of)


def _token(_world: World) -> Sent:
    last = timezone.localdate() + timedelta(days=30)
    return Sent(form={"name": "Kho số liệu", "last_day": last.isoformat(), "scopes": ["search:read"]})


def _officers_token(world: World) -> Sent:
    token, _ = give_token(world.people["officer"], "cán bộ", scopes=["work:read"], last_day=timezone.localdate())
    return Sent(keys={"token": token.pk})


def _wishes(_world: World) -> Sent:
    hours = {"digest_at": "07:30", "quiet_from": "18:00", "quiet_until": "07:00"}
    return Sent(form={"by_mail": "on", "pace": "urgent", "kinds": ["overdue"], **hours})


SENT: Mapping[str, Make] = {
    "POST web:sign_in": lambda _world: Sent(form={"username": "head", "password": PASSWORD}),
    "POST web:change_password": _password,
    "POST own:email": lambda _world: Sent(form={"email": "toi@example.vn"}),
    "POST own:set_up": _app,
    "POST letters:wishes": _wishes,
    "POST systems:tokens": _token,
    "POST systems:end_token cán bộ": _officers_token,
    "POST door:forgotten": lambda _world: Sent(form={"username": "head"}),
    "POST door:link": lambda _world: Sent(form={"new_password1": _FRESH, "new_password2": _FRESH}),
}
