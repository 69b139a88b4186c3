"""Another part's due things stand in the calendar of the unit that owes them, and of the one that follows it."""

from collections.abc import Iterator
from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.due import Asked, DueThing, Source
from tinhso.steering.pages.feed.declared_days import declared_days

pytestmark = pytest.mark.django_db
DAY = date(2022, 6, 1)


def reports_of(*units: Unit) -> Source:
    """As a round of reports declares what its units owe."""

    def owed(_asked: Asked) -> Iterator[DueThing]:
        for unit in units:
            yield DueThing(
                key="round:7",
                what="Báo cáo quý II/2022",
                unit=unit.pk,
                due_on=date(2022, 6, 19),
                address="/bao-cao/7",
                is_done=unit.key == "huyen-khac",
            )

    return owed


def test_a_unit_sees_its_own_due_day_and_not_anothers(district: Unit, other_district: Unit, officer: Account) -> None:
    sources = (reports_of(district, other_district),)
    (own,) = declared_days((), (district.pk,), DAY, sources=sources)
    assert (own.key, own.day, own.title) == (
        f"due-round:7-{district.pk}",
        date(2022, 6, 19),
        "Hạn: Báo cáo quý II/2022",
    )
    (other,) = declared_days((), (other_district.pk,), DAY, sources=sources)
    assert other.title == "Đã xong: Báo cáo quý II/2022"


def test_what_was_due_long_ago_stands_in_no_calendar(district: Unit) -> None:
    assert not list(declared_days((), (district.pk,), date(2022, 12, 1), sources=(reports_of(district),)))
