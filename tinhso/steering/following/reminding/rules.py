"""Which rule of reminding holds in a programme on a day."""

from dataclasses import replace
from datetime import date

from django.db.models import Max

from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import USUAL, Plan
from tinhso.steering.following.reminding.refusals import ReminderRuleRefused
from tinhso.steering.programmes.fetching import programmes_shown
from tinhso.steering.programmes.models import Programme

#: Reminders are few: so many of a kind at most, none farther from the due day than so many working days.
MOST, FARTHEST, LONGEST = 5, 60, 26


def plan_on(programme: int | None, day: date) -> Plan:
    """What holds in the programme on the day; one query. Without a programme, what is usual."""
    rule = ReminderRule.objects.in_force(day).filter(programme=programme).first() if programme else None
    return as_plan(rule) if rule else usual(programmes_shown().get(programme or 0))


def newest_rule(programme: Programme) -> int:
    """The key of the rule that was set last, 0 where none was: as what a person saw."""
    return ReminderRule.objects.filter(programme=programme).aggregate(last=Max("pk"))["last"] or 0


def usual(programme: Programme | None) -> Plan:
    """Without a rule: the first time so long before as the programme's settings say, else as everywhere."""
    if programme is None:
        return USUAL
    first = programme.reminder_days
    return replace(USUAL, before=(first, *(days for days in USUAL.before[1:] if days < first)))


def as_plan(rule: ReminderRule) -> Plan:
    """A row as the arithmetic knows it."""
    return Plan(tuple(rule.before), rule.on_the_day, tuple(rule.after), weeks=rule.weeks, head_after=rule.head_after)


def refuse_many(plan: Plan) -> None:
    """Raises ReminderRuleRefused."""
    if any(len(days) > MOST for days in (plan.before, plan.after)):
        raise ReminderRuleRefused(why=f"không quá {MOST} lần trước hạn và {MOST} lần sau hạn")
    if any(not 1 <= day <= FARTHEST for day in (*plan.before, *plan.after)):
        raise ReminderRuleRefused(why=f"mỗi lần cách hạn từ 1 đến {FARTHEST} ngày làm việc")
    if plan.weeks > LONGEST or (plan.head_after or 0) > FARTHEST:
        raise ReminderRuleRefused(why=f"nhắc hằng tuần không quá {LONGEST} tuần, báo thủ trưởng trong {FARTHEST} ngày")
