"""A duty due once, as tests speak of it."""

from collections.abc import Callable
from datetime import date

import pytest

from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.actions.record_duty import Issued
from tinhso.steering.following.duty_days import standings
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.programmes.models import Duty

MAY_9, MAY_10, MAY_11, JUNE = date(2022, 5, 9), date(2022, 5, 10), date(2022, 5, 11), date(2022, 6, 1)


def issued(day: date = MAY_10, *, number: str = "15/KH-UBND") -> Issued:
    file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=None)
    return Issued(number=number, issued_on=day, file=file, sent_on=max(day, MAY_10))


def stand(duty: Duty, day: date = JUNE) -> dict[str, str]:
    return {each.version.unit.key: each.standing.value for each in standings(duty, day)}


def counted(duty: Duty, day: date = JUNE, *, reason: str = "") -> Count:
    return take(IN_TIME, Scope(date(2022, 4, 1), day, f"duty/{duty.pk}"), by=None, reason=reason)


def refusal(deed: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(TinhsoError) as refused:
        deed(*args, **more)
    return refused.value.code
