"""The words of letters that tell notices."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.mail.content import Content, Item, Section
from tinhso.kernel.mail.kinds import letter_kinds
from tinhso.kernel.organisations.models import Unit
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.steering.following.models import Notice


def digest(notices: Sequence[Notice], now: datetime) -> Content:
    """The letter of a day: by kind, the most pressing first."""
    here = timezone.localtime(now)
    sections = tuple(_sections(notices))
    counts = ", ".join(f"{len(section.items)} {section.title.lower()}" for section in sections)
    opening = (
        f"Tính đến {here:%H:%M} ngày {write_date(here.date())} có {len(notices)} việc cần bạn biết."
        " Việc bạn đã xem trên trang không nhắc lại ở đây."
    )
    return Content(f"Nhắc việc {write_date(here.date())}: {counts}", opening, sections)


def urgent(notices: Sequence[Notice]) -> Content:
    """The letter that does not wait for the next digest."""
    first = notices[0]
    more = f" và {len(notices) - 1} việc khác" if len(notices) > 1 else ""
    opening = "Bạn đã chọn được báo ngay những việc sau."
    return Content(f"{first.get_kind_display()}: {first.words}{more}", opening, tuple(_sections(notices)))


def office_of(account: Account, day: date) -> tuple[str, Unit | None]:
    """As what the person is written to today, and his first unit: "Cán bộ đơn vị, UBND huyện Mẫu"."""
    roles, roster = standing(account, day).roles, Roster.on(day)
    names = roster.versions_of({role.unit_id for role in roles if role.unit_id})
    told = [
        f"{role.get_role_display()}, {roster.called(names[role.unit_id])}" for role in roles if role.unit_id in names
    ]
    return "; ".join(told), next((role.unit for role in roles if role.unit_id in names), None)


def _sections(notices: Sequence[Notice]) -> Iterator[Section]:
    for kind in letter_kinds():
        items = tuple(_item(notice) for notice in notices if notice.kind == kind.code)
        if items:
            yield Section(kind.label, items)


def _item(notice: Notice) -> Item:
    said = notice.subject
    return Item(notice.words, reverse("work:notice", args=(notice.pk,)), said if len(said) <= 160 else f"{said[:159]}…")
