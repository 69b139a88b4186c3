"""Invented sub-plans: most units issued theirs by 10/5/2022, some late, some not at all; the share is kept."""

from datetime import date, timedelta

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.models.units import DISTRICT_KINDS
from tinhso.kernel.organisations.naming import body_name
from tinhso.steering.demonstration.chance import NOTE, chance, moment
from tinhso.steering.following.duty_days import last_day, units_due
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.programmes.models import Duty, Programme

#: Of a hundred units so many issued nothing, so many late.
_NOTHING, _LATE = 0.12, 0.28


def invent_sub_plans(programme: Programme, *, on: date, by: Account) -> int:
    """How many were issued by the day; the share of those in time is counted as of the day."""
    found = Duty.objects.current().filter(programme=programme, frequency="once", due_on__isnull=False)
    count = 0
    for duty in found.select_related("programme"):
        units = [version for version in units_due(duty).values() if chance(version.unit.key, "plan") >= _NOTHING]
        for place, version in enumerate(units):
            _issue(duty, version, place, by=by)
        take(IN_TIME, Scope(programme.starts_on, on, f"duty/{duty.pk}"), by=None)
        count += len(units)
    return count


def _issue(duty: Duty, version: UnitVersion, place: int, *, by: Account) -> None:
    key, last = version.unit.key, last_day(duty)
    late = chance(key, "plan") < _LATE
    day = last + timedelta(days=3 + place % 9) if late else last - timedelta(days=place % 11)
    document = IssuedDocument.objects.create(
        kind="KH",
        number=str(20 + place * 3),
        symbol="KH-UBND" if version.kind in DISTRICT_KINDS else "KH",
        issued_on=day,
        issuer=body_name(version),
        issuing_unit=version.unit,
        subject=f"Thực hiện Kế hoạch hoạt động của Ban Chỉ đạo chuyển đổi số năm 2022 ({NOTE})",
        recorded_by=by,
    )
    facts = {"sent_on": day, "recorded_by": by, "recorded_at": moment(day, place)}
    DutyPaper.objects.create(duty=duty, unit=version.unit, document=document, **facts)
