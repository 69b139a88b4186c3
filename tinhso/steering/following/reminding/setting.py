"""Setting another rule of reminding in a programme, from a day on."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import nfc
from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import Plan
from tinhso.steering.following.reminding.rules import FARTHEST, LONGEST, MOST
from tinhso.steering.programmes.models import Programme


class ReminderRuleRefused(TinhsoError):
    """It cannot hold so; ``why`` is a sentence of ours."""

    code: ClassVar[str] = "reminder_rule_refused"
    status: ClassVar[int] = 422
    sentence = "Chưa đặt được quy tắc nhắc: {why}."


@transaction.atomic
def set_rule(programme: Programme, plan: Plan, *, valid_from: date, reason: str, by: Account) -> ReminderRule:
    """The rule from that day on; what held before stays as it was. Raises NotAllowed, ReminderRuleRefused."""
    standing(by).require(Verb.SET_PROGRAMME)
    for days in (plan.before, plan.after):
        _refuse_many(days)
    if plan.weeks > LONGEST or (plan.head_after or 0) > FARTHEST:
        raise ReminderRuleRefused(why=f"nhắc hằng tuần không quá {LONGEST} tuần, báo thủ trưởng trong {FARTHEST} ngày")
    return ReminderRule.objects.create(
        programme=programme,
        valid_from=valid_from,
        before=sorted(set(plan.before), reverse=True),
        on_the_day=plan.on_the_day,
        after=sorted(set(plan.after)),
        weeks=plan.weeks,
        head_after=plan.head_after,
        reason=nfc(reason).strip()[:300],
        made_by=by,
    )


def _refuse_many(days: Sequence[int]) -> None:
    if len(days) > MOST:
        raise ReminderRuleRefused(why=f"không quá {MOST} lần trước hạn và {MOST} lần sau hạn")
    if any(not 1 <= day <= FARTHEST for day in days):
        raise ReminderRuleRefused(why=f"mỗi lần cách hạn từ 1 đến {FARTHEST} ngày làm việc")
