"""Due days of periodic reports by level, and the time that must lie between cut-off and due day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tinhso.lib.calendar.periods import Period
from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.lib.calendar.rules import Rule
from tinhso.lib.calendar.working import Calendar

Sender = Literal["unit", "department", "province"]


@dataclass(frozen=True, slots=True)
class DueDay:
    """As "trước ngày 20 của tháng cuối kỳ" says: who sends, the day named, and whether it says "trước"."""

    sender: Sender
    day: int
    before: bool


#: What a ministry or province owes the Government. A plan's own days (before the 20th, before the 25th) are read
#: from the plan and belong to its programme.
TO_GOVERNMENT = Rule(
    "Thời hạn gửi báo cáo định kỳ đến cơ quan hành chính nhà nước trung ương",
    "Nghị định số 09/2019/NĐ-CP, Điều 13",
    date(2019, 3, 12),
    None,
    DueDay("province", 25, before=False),
)
#: Working days that must lie between the cut-off of data and the due day.
TIME_TO_WRITE = Rule(
    "Khoảng cách từ chốt số liệu đến hạn gửi", "Nghị định số 09/2019/NĐ-CP, Điều 8 khoản 5", date(2019, 3, 12), None, 1
)


def due_day(due: DueDay, period: Period) -> date:
    """The day named by the rule for a period, in the period's last month."""
    return date(period.year, period.last_month, due.day)


def leaves_time_to_write(calendar: Calendar, due: DueDay, period: Period) -> bool:
    """Whether enough working days lie between the cut-off and the last day in time."""
    last_day = last_day_in_time(due_day(due, period), before=due.before, due_day_counts=False)
    between = calendar.working_days(period.last_day, calendar.add_working_days(last_day, -1))
    return between >= TIME_TO_WRITE.parameters
