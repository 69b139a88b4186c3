"""A province for the load test: a programme of 1,000 tasks and 100 indicators, 230 units, and their people."""

import json
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import F

from tests.large import large_programme
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.text import fold, sort_key
from tinhso.steering.programmes.models import Assignment, Programme

PASSWORD = "mot-mat-khau-thu-tai"
SINCE = date(2022, 1, 1)
#: Of every thirty people: one of the department in charge, one who watches, three heads; the rest are officers.
ROLES = (Role.COORDINATOR, Role.MEMBER, *[Role.HEAD_OF_UNIT] * 3, *[Role.UNIT_OFFICER] * 25)


def make(people: int) -> None:
    """Everything in the database, and what locust must know in world.json."""
    programme = large_programme()
    units = list(Unit.objects.filter(key__startswith="don-vi-thu-").order_by("pk"))
    accounts = _accounts(people, units)
    world = {
        "password": PASSWORD,
        "programme": programme.pk,
        "people": [{"name": name, "tasks": tasks} for name, tasks in _with_tasks(accounts, programme)],
        "indicators": list(programme.indicators.values_list("pk", flat=True)),
    }
    (settings.HOME / "world.json").write_text(json.dumps(world), encoding="utf-8")


def _accounts(people: int, units: list[Unit]) -> list[tuple[Account, Unit]]:
    # Hashed once: what is measured is the sign-in, not the making of the world.
    password = make_password(PASSWORD)
    accounts = Account.objects.bulk_create(
        Account(
            username=f"nguoi-{number}",
            display_name=f"Người thứ {number}",
            folded=fold(f"Người thứ {number}"),
            sort_key=sort_key(f"Người thứ {number}"),
            password=password,
        )
        for number in range(people)
    )
    placed = [(account, units[number % len(units)]) for number, account in enumerate(accounts)]
    RoleAssignment.objects.bulk_create(
        RoleAssignment(account=account, role=ROLES[number % len(ROLES)], unit=unit, valid_from=SINCE)
        for number, (account, unit) in enumerate(placed)
    )
    return placed


def _with_tasks(accounts: list[tuple[Account, Unit]], programme: Programme) -> list[tuple[str, list[int]]]:
    led: dict[int, list[int]] = {}
    rows = Assignment.objects.filter(programme=programme, role="lead", task__isnull=False)
    for unit, task in rows.values_list(F("post__unit"), "task"):
        led.setdefault(unit, []).append(task)
    anything = list(programme.tasks.values_list("pk", flat=True)[:20])
    return [(account.username, led.get(unit.pk) or anything) for account, unit in accounts]
