"""A province for the load test: 1,000 tasks, 100 indicators, 230 units, their people, and 368,000 figures."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import F

from tests.large import large_programme
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.text import fold, sort_key
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Assignment, Indicator, Programme

PASSWORD = "mot-mat-khau-thu-tai"
SINCE = date(2022, 1, 1)
#: 100 indicators × 230 units × 16 periods of three weeks: every figure that the plan's province can have in a year.
PERIODS, DAYS = 16, 21
_PORTION = 10_000
#: Of every thirty people: one of the department in charge, one who watches, three heads; the rest are officers.
ROLES = (Role.COORDINATOR, Role.MEMBER, *[Role.HEAD_OF_UNIT] * 3, *[Role.UNIT_OFFICER] * 25)


def make(people: int) -> None:
    """Everything in the database, and what locust must know in world.json."""
    programme = large_programme()
    units = list(Unit.objects.filter(key__startswith="don-vi-thu-").order_by("pk"))
    _figures(programme, units)
    accounts = _accounts(people, units)
    world = {
        "password": PASSWORD,
        "programme": programme.pk,
        "people": [{"name": name, "tasks": tasks} for name, tasks in _with_tasks(accounts, programme)],
        "indicators": list(programme.indicators.values_list("pk", flat=True)),
    }
    (settings.HOME / "world.json").write_text(json.dumps(world), encoding="utf-8")


def _figures(programme: Programme, units: list[Unit]) -> None:
    rows = _values(list(programme.indicators.all()), units)
    while portion := list(islice(rows, _PORTION)):
        Value.objects.bulk_create(portion)


def _values(indicators: list[Indicator], units: list[Unit]) -> Iterator[Value]:
    for period in range(PERIODS):
        last = SINCE + timedelta(days=DAYS * (period + 1))
        recorded = datetime(last.year, last.month, last.day, 3, tzinfo=UTC)
        for place, indicator in enumerate(indicators):
            for number, unit in enumerate(units):
                whole = 100 + (place * 7 + number * 3) % 900
                yield Value(
                    indicator=indicator,
                    unit=unit,
                    level="province",
                    from_on=SINCE,
                    to_on=last,
                    numerator=whole * (period + 1) // (PERIODS + 4),
                    denominator=whole,
                    recorded_at=recorded,
                )


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
